import { expect, test } from 'vitest';
import { nextProvider, otherProvider, routeTask, type IsAvailable } from '../../src/tasks/route-task.js';
import type { FindSetAsideReason } from '../../src/providers/provider.js';
import type { TaskInput } from '../../src/tasks/task-input.js';
import type { ProviderName } from '../../src/tasks/task.js';
import type { VideoTask } from '../../src/tasks/video-task.js';
import { newTask } from '../support/new-task.js';
import { createScriptedProvider, type Script } from '../support/scripted-provider.js';
import { accept } from './input-support.js';

const PROMPT = 'a small kitten running under the moonlight';
const SIZES = createScriptedProvider().capabilities.sizes;
const WELL: IsAvailable = () => true;

function provider(name: ProviderName, capabilities: Script['capabilities'] = {}) {
  return createScriptedProvider({ name, capabilities });
}

const evolink = provider('EVOLINK', { maxDurationSeconds: 10, outputFormats: ['MP4'], canBeSilent: false, minSeed: 1 });
const runware = provider('RUNWARE', {
  maxDurationSeconds: 10,
  modes: ['TEXT_TO_VIDEO', 'IMAGE_TO_VIDEO'],
  sizes: { ...SIZES, P720: { ...SIZES.P720, LANDSCAPE_4_3: [1088, 832] } },
});
const dashscope = provider('DASHSCOPE', { maxDurationSeconds: 14 });
const ALL = [evolink, runware, dashscope];

function reason(isAvailable: IsAvailable): FindSetAsideReason {
  return (name) => (isAvailable(name) ? null : 'keeps failing');
}

function route(input: TaskInput, isAvailable = WELL) {
  const outcome = routeTask(ALL, reason(isAvailable), accept({ prompt: PROMPT, ...input }));
  return outcome.kind === 'routed' ? outcome.provider.name : outcome.userErrors;
}

function stored(given: Partial<VideoTask> = {}): VideoTask {
  const { facts } = newTask('caller', { facts: given });
  const unset = { etaSeconds: null, startedAt: null, finishedAt: null, expiresAt: null, error: null };
  const state = { status: 'PENDING', progress: 0, progressSource: 'REPORTED' } as const;
  return { ...facts, ...state, ...unset, results: [], createdAt: new Date(0), version: 1 };
}

function next(present: ProviderName, given: Partial<VideoTask> = {}, seed = 7, isAvailable = WELL): string | null {
  return nextProvider(ALL, isAvailable, stored(given), present, seed)?.name ?? null;
}

test('the first provider of the order that can do all that was asked makes a task', () => {
  expect(route({})).toBe('EVOLINK');
  // It is converted here.
  expect(route({ output: { format: 'WEBM', quality: 20 } })).toBe('EVOLINK');
  expect(route({ durationSeconds: 11 })).toBe('DASHSCOPE');
});

test('one that is set aside is passed over while another can do it', () => {
  expect(route({}, (name) => name !== 'EVOLINK')).toBe('RUNWARE');
  expect(route({ durationSeconds: 11 }, (name) => name !== 'DASHSCOPE')).toBe('DASHSCOPE');
  expect(route({}, () => false)).toBe('EVOLINK');
});

test('one that was named is taken, set aside or not', () => {
  expect(route({ provider: 'DASHSCOPE' })).toBe('DASHSCOPE');
  expect(route({ provider: 'DASHSCOPE' }, (name) => name !== 'DASHSCOPE')).toBe('DASHSCOPE');
});

test('one that was named and cannot do it refuses, and is not replaced', () => {
  const much = { generateAudio: false, durationSeconds: 11 } as const;
  expect(route({ provider: 'EVOLINK', ...much })).toEqual([
    {
      code: 'UNSUPPORTED_BY_PROVIDER',
      path: ['input', 'durationSeconds'],
      message: 'EVOLINK makes 2 to 10 seconds in TEXT_TO_VIDEO.',
    },
    {
      code: 'UNSUPPORTED_BY_PROVIDER',
      path: ['input', 'generateAudio'],
      message: 'EVOLINK always makes a sound track.',
    },
  ]);
});

test('one that is not set up is told apart from one that cannot', () => {
  expect(route({ provider: 'ANIMATIC' })).toEqual([
    {
      code: 'PROVIDER_UNAVAILABLE',
      path: ['input', 'provider'],
      message: 'ANIMATIC is not set up here. Set up: EVOLINK, RUNWARE, DASHSCOPE.',
    },
  ]);
});

test('what nobody can do is refused by each with its reasons', () => {
  const refusal = (message: string) => ({ code: 'UNSUPPORTED_BY_PROVIDER', path: ['input'], message });
  expect(route({ durationSeconds: 15, generateAudio: false })).toEqual([
    refusal('EVOLINK makes 2 to 10 seconds in TEXT_TO_VIDEO. EVOLINK always makes a sound track.'),
    refusal('RUNWARE makes 2 to 10 seconds in TEXT_TO_VIDEO.'),
    refusal('DASHSCOPE makes 2 to 14 seconds in TEXT_TO_VIDEO.'),
  ]);
});

test('a task that has to wait for a provider that is set aside says so, and why', () => {
  const warnings = (input: TaskInput, isAvailable: IsAvailable) => {
    const outcome = routeTask(ALL, reason(isAvailable), accept({ prompt: PROMPT, ...input }));
    return outcome.kind === 'routed' ? outcome.warnings : null;
  };
  const notRunware: IsAvailable = (name) => name !== 'RUNWARE';
  expect(warnings({ provider: 'RUNWARE' }, notRunware)).toEqual([
    {
      code: 'WAITS_FOR_PROVIDER',
      path: ['input', 'provider'],
      message: 'RUNWARE keeps failing at the moment: the task waits until it works again.',
    },
  ]);
  expect(warnings({ generateAudio: false }, () => false)).toMatchObject([
    { code: 'WAITS_FOR_PROVIDER', path: ['input'], message: expect.stringContaining('RUNWARE keeps failing') },
  ]);
  expect(warnings({}, (name) => name !== 'EVOLINK')).toEqual([]);
  expect(warnings({ provider: 'EVOLINK' }, notRunware)).toEqual([]);
});

test('quality and ratio take the size of any provider, width and height only that of one that has it', () => {
  const order = (input: TaskInput) => {
    const outcome = routeTask([runware, dashscope], reason(WELL), accept({ prompt: PROMPT, ...input }));
    return outcome.kind === 'routed' ? outcome.provider.name : null;
  };
  expect(order({ aspectRatio: 'LANDSCAPE_4_3' })).toBe('RUNWARE');
  expect(order({ width: 1104, height: 832 })).toBe('DASHSCOPE');
});

test('the next provider is the next one of the order that can make the task exactly as it stands', () => {
  expect(next('EVOLINK')).toBe('RUNWARE');
  expect(next('RUNWARE')).toBe('DASHSCOPE');
  expect(next('EVOLINK', { mode: 'VIDEO_EDIT' })).toBe('DASHSCOPE');
  expect(next('EVOLINK', { aspectRatio: 'LANDSCAPE_4_3', width: 1104, height: 832 })).toBe('DASHSCOPE');
  expect(next('EVOLINK', { durationSeconds: 15 })).toBeNull();
});

test('the next provider is never one before the present one', () => {
  expect(next('DASHSCOPE')).toBeNull();
});

test('a result that only waits may go to any other provider, also to one before the present one', () => {
  const other = (present: ProviderName, given: Partial<VideoTask> = {}, isAvailable = WELL, seed = 7) =>
    otherProvider(ALL, isAvailable, stored({ generateAudio: true, ...given }), present, seed)?.name ?? null;
  expect([other('EVOLINK'), other('RUNWARE'), other('DASHSCOPE')]).toEqual(['RUNWARE', 'EVOLINK', 'EVOLINK']);
  expect(other('DASHSCOPE', { generateAudio: false })).toBe('RUNWARE');
  expect(other('DASHSCOPE', {}, (name) => name !== 'EVOLINK')).toBe('RUNWARE');
  expect(other('DASHSCOPE', {}, WELL, 0)).toBe('RUNWARE');
  expect(other('DASHSCOPE', {}, () => false)).toBeNull();
  expect(other('DASHSCOPE', { providerPinned: true })).toBeNull();
});

test('the next provider works at the moment', () => {
  expect(next('EVOLINK', {}, 7, (name) => name !== 'RUNWARE')).toBe('DASHSCOPE');
  expect(next('EVOLINK', {}, 7, () => false)).toBeNull();
});

test('the next provider takes the seed, which is never changed', () => {
  const order = [provider('RUNWARE'), provider('EVOLINK', { minSeed: 1 }), provider('DASHSCOPE', { maxSeed: 10 })];
  const takes = (seed: number) => nextProvider(order, WELL, stored(), 'RUNWARE', seed)?.name ?? null;
  expect([takes(1), takes(0)]).toEqual(['EVOLINK', 'DASHSCOPE']);
  expect(nextProvider(order, WELL, stored(), 'EVOLINK', 11)).toBeNull();
});

test('a task that names its provider has no next one', () => {
  expect(next('EVOLINK', { providerPinned: true })).toBeNull();
});
