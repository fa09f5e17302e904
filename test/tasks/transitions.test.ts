import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ResultPhase, TaskError, VideoTaskStatus } from '../../src/tasks/task.js';
import { RESULT_PHASES } from '../../src/tasks/task.js';
import { cancelTask, changeResult, phaseAfter, type ResultChange, type Step } from '../../src/tasks/transitions.js';
import { isFinished, type ResultState, type TaskState } from '../../src/tasks/video-task.js';
import { keptOutput } from '../support/kept-output.js';

const KINDS = [
  'claimed',
  'started',
  'deferred',
  'start-lost',
  'rerouted',
  'inherited',
  'progressed',
  'finished',
  'kept',
  'uploaded',
  'secured',
  'failed',
  'cancelled',
] as const satisfies ResultChange['kind'][];

/** The machine as the prose of task.ts draws it, written a second time on purpose. */
const DRAWN: readonly (readonly [from: ResultPhase, kind: ResultChange['kind'], to: ResultPhase])[] = [
  ['QUEUED', 'claimed', 'STARTING'],
  ['STARTING', 'deferred', 'QUEUED'],
  ['QUEUED', 'rerouted', 'QUEUED'],
  ['STARTING', 'rerouted', 'QUEUED'],
  ['QUEUED', 'inherited', 'SECURING'],
  ['STARTING', 'start-lost', 'START_UNKNOWN'],
  ['STARTING', 'started', 'GENERATING'],
  ['START_UNKNOWN', 'started', 'GENERATING'],
  ['GENERATING', 'progressed', 'GENERATING'],
  ['GENERATING', 'finished', 'SECURING'],
  ['SECURING', 'kept', 'SECURING'],
  ['SECURING', 'uploaded', 'DONE'],
  ['SECURING', 'secured', 'DONE'],
  ...RESULT_PHASES.filter((phase) => phase !== 'DONE').flatMap((phase) => [
    [phase, 'failed', 'DONE'] as const,
    [phase, 'cancelled', 'DONE'] as const,
  ]),
];

const RUNS = 100_000;
const START = Date.UTC(2026, 0, 1);
const TERMINAL = new Set(['COMPLETED', 'FAILED', 'CANCELLED']);

const ERROR: TaskError = {
  code: 'PROVIDER_FAILED',
  message: 'The provider failed.',
  retryable: true,
  billed: null,
  provider: 'ANIMATIC',
  providerCode: null,
};

test('the table is the one that is drawn', () => {
  const actual = RESULT_PHASES.flatMap((from) =>
    KINDS.flatMap((kind) => {
      const to = phaseAfter(from, kind);
      return to === null ? [] : [[from, kind, to].join(' ')];
    }),
  );
  expect(actual.sort()).toEqual(DRAWN.map((arrow) => arrow.join(' ')).sort());
});

test(`${RUNS} random histories keep every promise`, () => {
  const seed = Date.now() % 2 ** 31;
  process.stdout.write(`transitions: seed ${seed}\n`);
  const terminals = new Map<string, number>();
  const history = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.array(fc.nat(2 ** 30), { maxLength: 32, size: 'max' }));
  const property = fc.property(history, ([count, dice]) => {
    const last = live(count, dice);
    terminals.set(last.status, (terminals.get(last.status) ?? 0) + 1);
  });
  fc.assert(property, { numRuns: RUNS, seed });
  process.stdout.write(`transitions: ${JSON.stringify([...terminals])}\n`);
  // Histories that never end, or end in one way only, would prove little.
  for (const status of ['PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED']) {
    expect(terminals.get(status), status).toBeGreaterThan(RUNS / 200);
  }
});

test('a change of a result that the task does not have is refused', () => {
  expect(changeResult(newTask(2), 2, { kind: 'claimed' }, new Date(START))).toBeNull();
});

/** Lives one history and checks every step of it; returns the task's last state. */
function live(count: number, dice: number[]): TaskState {
  let task = newTask(count);
  let ended = false;
  for (const [turn, die] of dice.entries()) {
    const now = new Date(START + turn * 1000);
    const index = die % count;
    const { phase = 'DONE', videoAssetId = null } = task.results[index] ?? {};
    const change = changeOf(phase, Math.floor(die / 4));
    const isCancel = die % 97 === 0;
    const steps = isCancel ? cancelTask(task, now) : changeResult(task, index, change, now);
    const isDrawn = DRAWN.some(([from, kind]) => from === phase && kind === change.kind);
    const allowed = isCancel ? !ended : isDrawn && (change.kind !== 'uploaded' || videoAssetId !== null);
    assert(
      (steps !== null) === allowed,
      `${phase} and ${isCancel ? 'cancel' : change.kind}: ${steps === null ? 'refused' : 'allowed'}`,
    );
    if (steps === null) continue;
    assert(!ended, 'an event after the last one');
    checkSteps(task, steps, isCancel ? null : index, now);
    const [state, type] = [steps.at(-1)?.state, steps.at(-1)?.type];
    assert(state !== undefined, 'a change without a step');
    ended = TERMINAL.has(type ?? '');
    task = state;
  }
  return task;
}

function checkSteps(before: TaskState, steps: Step[], changed: number | null, now: Date): void {
  const terminal = steps.filter(({ type }) => TERMINAL.has(type));
  assert(
    terminal.length <= 1 && (terminal.length === 0 || terminal[0] === steps.at(-1)),
    'the terminal event is the last',
  );
  let previous = before;
  for (const { state, type, resultIndex } of steps) {
    checkState(previous, state, now);
    assert(isFinished(state.status) === TERMINAL.has(type), `${type} with ${state.status}`);
    assert(type !== 'STARTED' || (previous.startedAt === null && state.startedAt !== null), 'STARTED without a start');
    assert(
      changed === null || TERMINAL.has(type) ? resultIndex === null : resultIndex === changed,
      'the index of the result',
    );
    previous = state;
  }
  for (const [index, result] of before.results.entries()) {
    if (changed !== null && index !== changed) assert(previous.results[index] === result, 'another result was touched');
  }
}

function checkState(before: TaskState, after: TaskState, now: Date): void {
  assert(
    after.progress >= before.progress && after.progress <= 100,
    `task progress ${before.progress} to ${after.progress}`,
  );
  assert(
    (after.progress === 100) === (after.status === 'COMPLETED'),
    'a task is at 100 when it completed, and only then',
  );
  assert(before.startedAt === null || after.startedAt === before.startedAt, 'a task starts once');
  assert((after.finishedAt === null) !== isFinished(after.status), 'finishedAt tells the end');
  assert(after.finishedAt === null || after.finishedAt === now, 'finishedAt is the moment of the change');
  assert((after.error !== null) === (after.status === 'FAILED'), 'a task has an error when it failed');
  for (const [index, result] of after.results.entries()) {
    const earlier = before.results[index];
    assert(earlier !== undefined, 'results neither come nor go');
    checkResult(earlier, result);
  }
  const due = statusOf(after.results);
  // The state right before the terminal event shows the last result done and the task still running.
  assert(after.status === due || (isFinished(due) && !isFinished(after.status)), `${after.status} instead of ${due}`);
}

function checkResult(before: ResultState, after: ResultState): void {
  if (before.phase === 'DONE') return assert(after === before, 'a result that is done was changed');
  const step = DRAWN.some(([from, , to]) => from === before.phase && to === after.phase);
  assert(step || before.phase === after.phase, `${before.phase} to ${after.phase} is no path`);
  assert(
    after.progress >= before.progress && after.progress <= 100,
    `progress ${before.progress} to ${after.progress}`,
  );
  assert(
    (after.progress === 100) === (after.status === 'COMPLETED'),
    'a result is at 100 when it completed, and only then',
  );
  assert((after.phase === 'DONE') === isFinished(after.status), `${after.phase} with ${after.status}`);
  assert((after.error !== null) === (after.status === 'FAILED'), 'a result has an error when it failed');
  assert(after.videoAssetId !== null || after.status !== 'COMPLETED', 'a result has a video when it completed');
  const mayHaveVideo = after.phase === 'SECURING' || after.phase === 'DONE';
  assert(after.videoAssetId === null || mayHaveVideo, `a video in ${after.phase}`);
  assert(after.videoAssetId !== null || before.videoAssetId === null, 'a video that was kept stays');
  const accepted = after.phase === 'GENERATING' || after.phase === 'SECURING';
  assert(!accepted || after.status === 'PROCESSING', `${after.phase} with ${after.status}`);
}

function statusOf(results: ResultState[]): VideoTaskStatus {
  const statuses = results.map(({ status }) => status);
  if (statuses.every((status) => status === 'PENDING')) return 'PENDING';
  if (statuses.some((status) => !isFinished(status))) return 'PROCESSING';
  if (statuses.includes('CANCELLED')) return 'CANCELLED';
  return statuses.includes('COMPLETED') ? 'COMPLETED' : 'FAILED';
}

/** Mostly something the phase allows, so that histories go far; failures are rarer than in the table. */
function changeOf(phase: ResultPhase, die: number): ResultChange {
  const onward = DRAWN.filter(
    ([from, kind]) =>
      from === phase && (kind !== 'cancelled' || die % 11 === 0) && (kind !== 'failed' || die % 3 === 0),
  );
  const [, likely] = onward[die % Math.max(1, onward.length)] ?? [];
  const kind = die % 5 === 0 || likely === undefined ? (KINDS[die % KINDS.length] ?? 'failed') : likely;
  return toChange(kind, die);
}

function toChange(kind: ResultChange['kind'], die: number): ResultChange {
  switch (kind) {
    case 'started':
      return { kind, providerTaskId: `operation-${die}`, actualPrompt: null, etaSeconds: die % 100 };
    case 'rerouted':
      return { kind, provider: 'RUNWARE', progressSource: 'ESTIMATED', cost: { usd: die % 10, estimated: true } };
    case 'inherited':
      return { kind, actualPrompt: null, sensitive: null };
    case 'finished':
      return { kind, actualPrompt: null, sensitive: null, cost: null };
    case 'progressed':
      return {
        kind,
        progress: (die % 1400) / 10 - 20,
        progressSource: 'REPORTED',
        etaSeconds: die % 2 === 0 ? null : die % 60,
      };
    case 'uploaded':
      return { kind, uploadedTo: null, uploadError: null };
    case 'kept':
    case 'secured':
      return {
        kind,
        ...keptOutput(`asset-${die}`),
        safetyVerdict: null,
        expiresAt: die % 2 === 0 ? null : new Date(START),
      };
    case 'failed':
      return { kind, error: ERROR };
    default:
      return { kind };
  }
}

function newTask(count: number): TaskState {
  const results = Array.from({ length: count }, (_, index) => newResult(index));
  const unset = { etaSeconds: null, startedAt: null, finishedAt: null, expiresAt: null, error: null };
  return { status: 'PENDING', progress: 0, progressSource: 'REPORTED', ...unset, results };
}

function newResult(index: number): ResultState {
  const unset = {
    etaSeconds: null,
    providerTaskId: null,
    actualPrompt: null,
    videoAssetId: null,
    originalAssetId: null,
    posterAssetId: null,
    previewAssetId: null,
    storyboard: null,
    cost: null,
    sensitive: null,
    safetyVerdict: null,
    uploadedTo: null,
    uploadError: null,
    error: null,
  };
  return {
    id: `result-${index}`,
    index,
    status: 'PENDING',
    phase: 'QUEUED',
    progress: 0,
    progressSource: 'REPORTED',
    seed: index,
    provider: 'ANIMATIC',
    ...unset,
  };
}

function assert(truth: boolean, message: string): asserts truth {
  if (!truth) throw new Error(message);
}
