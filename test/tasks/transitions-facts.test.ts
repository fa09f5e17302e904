import { expect, test } from 'vitest';
import type { Cost, TaskError } from '../../src/tasks/task.js';
import { cancelTask, changeResult, type ResultChange } from '../../src/tasks/transitions.js';
import type { ResultState, TaskState } from '../../src/tasks/video-task.js';
import { keptOutput } from '../support/kept-output.js';

const NOW = new Date(Date.UTC(2026, 0, 1));
const ESTIMATE: Cost = { usd: 0.5, estimated: true };
const NOTHING: Cost = { usd: 0, estimated: false };

function taskIn(given: Partial<ResultState>): TaskState {
  const unset = { etaSeconds: null, startedAt: null, finishedAt: null, expiresAt: null, error: null };
  const result: ResultState = {
    id: 'result',
    index: 0,
    status: 'PENDING',
    phase: 'QUEUED',
    progress: 0,
    progressSource: 'REPORTED',
    etaSeconds: null,
    seed: 7,
    provider: 'EVOLINK',
    providerTaskId: null,
    actualPrompt: null,
    videoAssetId: null,
    originalAssetId: null,
    posterAssetId: null,
    previewAssetId: null,
    storyboard: null,
    cost: ESTIMATE,
    sensitive: null,
    safetyVerdict: null,
    uploadedTo: null,
    uploadError: null,
    error: null,
    ...given,
  };
  return { status: 'PENDING', progress: 0, progressSource: 'REPORTED', ...unset, results: [result] };
}

/** The result after one change; throws when the change is refused. */
function after(given: Partial<ResultState>, change: ResultChange): ResultState {
  const result = changeResult(taskIn(given), 0, change, NOW)?.at(-1)?.state.results[0];
  if (result === undefined) throw new Error('The change was refused.');
  return result;
}

function failure(billed: boolean | null): ResultChange {
  const error: TaskError = {
    code: 'PROVIDER_FAILED',
    message: 'It failed.',
    retryable: true,
    billed,
    provider: 'EVOLINK',
    providerCode: null,
  };
  return { kind: 'failed', error };
}

const GENERATING = { phase: 'GENERATING', status: 'PROCESSING', actualPrompt: 'as sent' } as const;
const FINISHED = { kind: 'finished', actualPrompt: null, sensitive: null, cost: null } as const;

test.each(['QUEUED', 'STARTING'] as const)('a result that is rerouted from %s waits at its new provider', (phase) => {
  const cost = { usd: 0.75, estimated: true };
  const change = { kind: 'rerouted', provider: 'RUNWARE', progressSource: 'ESTIMATED', cost } as const;
  const result = after({ phase }, change);
  expect(result).toMatchObject({ phase: 'QUEUED', status: 'PENDING', seed: 7, providerTaskId: null });
  expect(result).toMatchObject({ provider: 'RUNWARE', progressSource: 'ESTIMATED', cost });
});

test.each(['START_UNKNOWN', 'GENERATING', 'SECURING', 'DONE'] as const)('no result is rerouted from %s', (phase) => {
  const change = { kind: 'rerouted', provider: 'RUNWARE', progressSource: 'ESTIMATED', cost: null } as const;
  expect(changeResult(taskIn({ phase }), 0, change, NOW)).toBeNull();
});

test('what the provider tells at the end stands on the result', () => {
  const cost = { usd: 0.61, estimated: false };
  const result = after(GENERATING, { kind: 'finished', actualPrompt: 'as made', sensitive: true, cost });
  expect(result).toMatchObject({ phase: 'SECURING', actualPrompt: 'as made', sensitive: true, cost });
});

test('where it tells nothing at the end, what was known stays', () => {
  expect(after(GENERATING, FINISHED)).toMatchObject({ actualPrompt: 'as sent', sensitive: null, cost: ESTIMATE });
});

test('a completed result keeps its cost and verdict', () => {
  const cost = { usd: 0.61, estimated: false };
  const secured = { kind: 'secured', ...keptOutput('asset'), safetyVerdict: null } as const;
  const before = { phase: 'SECURING', status: 'PROCESSING', sensitive: false, cost } as const;
  expect(after(before, secured)).toMatchObject({ status: 'COMPLETED', sensitive: false, cost });
});

test.each([
  ['is not billed', false, NOTHING],
  ['is billed', true, ESTIMATE],
  ['may be billed', null, ESTIMATE],
])('a failure that %s costs accordingly', (_what, billed, cost) => {
  expect(after(GENERATING, failure(billed)).cost).toEqual(cost);
});

test('a free provider costs nothing to speak of, however it ends', () => {
  expect(after({ ...GENERATING, cost: null }, failure(false)).cost).toBeNull();
  expect(cancelTask(taskIn({ cost: null }), NOW)?.at(-1)?.state.results[0]?.cost).toBeNull();
});

test.each([
  ['QUEUED', NOTHING],
  ['START_UNKNOWN', ESTIMATE],
  ['GENERATING', ESTIMATE],
  ['SECURING', ESTIMATE],
] as const)('a result that is cancelled in %s costs accordingly', (phase, cost) => {
  expect(cancelTask(taskIn({ phase }), NOW)?.at(-1)?.state.results[0]?.cost).toEqual(cost);
});

test('an accepted result has an estimate of its end at once, and so has its task', () => {
  const started = { kind: 'started', providerTaskId: 'id', actualPrompt: null, etaSeconds: 100 } as const;
  const state = changeResult(taskIn({ phase: 'STARTING' }), 0, started, NOW)?.at(-1)?.state;
  expect(state).toMatchObject({ etaSeconds: 100, results: [{ etaSeconds: 100, status: 'PROCESSING' }] });
});
