import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { z } from 'zod';
import type { Json } from '../../src/lib/json.js';
import { createAnimatic } from '../../src/providers/animatic/adapter.js';
import { createDashScope } from '../../src/providers/dashscope/adapter.js';
import { createEvolink } from '../../src/providers/evolink/adapter.js';
import type { FileCache } from '../../src/providers/file-cache.js';
import type {
  CheckOutcome,
  LostStart,
  MaySend,
  StartOutcome,
  VideoProvider,
  VideoRequest,
} from '../../src/providers/provider.js';
import { createRunware } from '../../src/providers/runware/adapter.js';
import { TASK_ERROR_CODES, type ProviderName, type TaskError } from '../../src/tasks/task.js';
import { memoryFileCache } from '../support/file-cache.js';
import { startDashScopeDouble } from './doubles/dashscope.mjs';
import type { DoubleServer } from './doubles/double.mjs';
import { startEvolinkDouble } from './doubles/evolink.mjs';
import { startRunwareDouble } from './doubles/runware.mjs';

export const SIGNAL = new AbortController().signal;
const PRICE = { P720: 0.1, P1080: 0.15 };
/** No pattern of a key fits it: only an adapter that knows its own key can take it out of what a service says. */
export const KEY = 'canary/of "the" contract';
export const OTHER_KEY = 'a key of somebody else';
export const yes: MaySend = () => Promise.resolve(true);

export type Adapter = VideoProvider & AsyncDisposable;
/** A double of any service. */
type ServiceDouble = DoubleServer & {
  baseUrl: string;
  key: string;
  /** The accepted, that is paid, starts. */
  starts: readonly { id: string; at: number; body: unknown }[];
};

type DoubleOptions = { videoPath: string; generationMs: number; queueMs: number; fails: boolean };
type AdapterOptions = { apiKey: string; baseUrl: string; timeoutMs: number; fileCache?: FileCache };

/** One service that sells videos, as the suite has to know it. */
export type Service = {
  name: ProviderName;
  openDouble(options: DoubleOptions): Promise<ServiceDouble>;
  createAdapter(options: AdapterOptions): Adapter;
  /** The prompt in the body of a start. */
  promptOf(body: unknown): unknown;
  /** What the service says of a task. */
  describe(id: string, status: 'waiting' | 'running' | 'unheard-of' | 'done'): Json;
  /** A refusal in the service's words. */
  complain(message: string): Json;
  /** What can settle a start whose answer was lost. */
  recoversBy: 'start key' | 'list' | 'callback';
};

const key = KEY;

const EVOLINK: Service = {
  name: 'EVOLINK',
  openDouble: ({ fails, videoPath, generationMs }) =>
    startEvolinkDouble({
      key,
      videoPath,
      generationMs,
      outcomeOf: () => (fails ? { kind: 'fail', code: 'content_policy_violation', message: 'No.' } : SUCCEED),
    }),
  createAdapter: (options) =>
    createEvolink({ fileCache: memoryFileCache(), ...options, filesBaseUrl: options.baseUrl, price: PRICE }),
  promptOf: (body) => property(body, 'prompt'),
  describe(id, status) {
    const results = status === 'done' ? ['https://media.example.com/1.mp4'] : [];
    const words = { waiting: 'pending', running: 'processing', 'unheard-of': 'dreaming', done: 'completed' };
    return { id, status: words[status], progress: status === 'done' ? 100 : 0, results };
  },
  complain: (message) => ({ error: { code: message, message, type: message, param: message } }),
  recoversBy: 'callback',
};

const RUNWARE: Service = {
  name: 'RUNWARE',
  openDouble: ({ fails, videoPath, generationMs }) =>
    startRunwareDouble({
      key,
      videoPath,
      generationMs,
      outcomeOf: () => (fails ? { kind: 'fail', code: 'contentPolicyViolation', message: 'No.' } : SUCCEED),
    }),
  createAdapter: (options) => createRunware({ fileCache: memoryFileCache(), ...options, price: PRICE }),
  promptOf: (body) => property(body, 'positivePrompt'),
  describe(id, status) {
    const videoURL = status === 'done' ? { videoURL: 'https://im.example.com/1.mp4' } : {};
    const words = { waiting: 'queued', running: 'processing', 'unheard-of': 'dreaming', done: 'success' };
    return { data: [{ taskType: 'videoInference', taskUUID: id, status: words[status], ...videoURL }] };
  },
  complain: (message) => ({ errors: [{ code: message, message, parameter: message }] }),
  recoversBy: 'start key',
};

const DASHSCOPE: Service = {
  name: 'DASHSCOPE',
  openDouble: ({ fails, videoPath, generationMs, queueMs }) =>
    startDashScopeDouble({
      key,
      videoPath,
      generationMs,
      queueMs,
      outcomeOf: () => (fails ? { kind: 'fail', code: 'DataInspectionFailed', message: 'No.' } : SUCCEED),
    }),
  createAdapter: (options) =>
    createDashScope({ fileCache: memoryFileCache(), ...options, startTimeoutMs: options.timeoutMs, price: PRICE }),
  promptOf: (body) => property(property(body, 'input'), 'prompt'),
  describe(id, status) {
    const link = status === 'done' ? { video_url: 'https://result.example.com/1.mp4' } : {};
    const words = { waiting: 'PENDING', running: 'RUNNING', 'unheard-of': 'DREAMING', done: 'SUCCEEDED' };
    return { request_id: 'r', output: { task_id: id, task_status: words[status], ...link } };
  },
  complain: (message) => ({ code: message, message, request_id: message }),
  recoversBy: 'list',
};

export const SERVICES = [EVOLINK, RUNWARE, DASHSCOPE] as const;

const SUCCEED = { kind: 'succeed' } as const;

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** An adapter with whatever it speaks to. Disposing closes everything. */
export type Room = AsyncDisposable & {
  adapter: Adapter;
  /** Another instance, as another worker has it. */
  another(options?: Partial<AdapterOptions>): Adapter;
  /** Everything that the adapters of this room have returned. */
  returned: unknown[];
};

export type ServiceRoom = Room & { double: ServiceDouble };

/** The service's double and an adapter for it. */
export async function openService(
  service: Service,
  videoPath: string,
  options: Partial<DoubleOptions> = {},
): Promise<ServiceRoom> {
  const double = await service.openDouble({ videoPath, generationMs: 0, queueMs: 0, fails: false, ...options });
  const room = openRoom((given) =>
    service.createAdapter({ apiKey: KEY, baseUrl: double.baseUrl, timeoutMs: 5000, ...given }),
  );
  return {
    ...room,
    double,
    async [Symbol.asyncDispose]() {
      await room[Symbol.asyncDispose]();
      await double[Symbol.asyncDispose]();
    },
  };
}

/** The embedded engine, with a folder of its own for each instance. */
export async function openAnimatic(renderProcessPath: string): Promise<Room> {
  const folder = await mkdtemp(join(tmpdir(), 'reelay-contract-'));
  let count = 0;
  const room = openRoom(() => {
    count += 1;
    return createAnimatic({ workDir: join(folder, String(count)), renderers: 1, renderProcessPath });
  });
  return {
    ...room,
    async [Symbol.asyncDispose]() {
      await room[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function openRoom(create: (options: Partial<AdapterOptions>) => Adapter): Room {
  const returned: unknown[] = [];
  const opened: Adapter[] = [];
  const another = (options: Partial<AdapterOptions> = {}): Adapter => {
    const adapter = remember(create(options), returned);
    opened.push(adapter);
    return adapter;
  };
  return {
    adapter: another(),
    another,
    returned,
    async [Symbol.asyncDispose]() {
      for (const adapter of opened) await adapter[Symbol.asyncDispose]();
    },
  };
}

function remember(adapter: Adapter, returned: unknown[]): Adapter {
  const keep = <Value>(value: Value): Value => {
    returned.push(value);
    return value;
  };
  return {
    ...adapter,
    start: async (...given) => keep(await adapter.start(...given)),
    check: async (...given) => keep(await adapter.check(...given)),
    recover: async (...given) => keep(await adapter.recover(...given)),
    readCallback: (body) => keep(adapter.readCallback(body)),
    cancel: async (...given) => keep(await adapter.cancel(...given)),
    health: async (...given) => keep(await adapter.health(...given)),
  };
}

/** The outcome of one start. */
export async function start(adapter: Adapter, request: VideoRequest, maySend = yes): Promise<StartOutcome> {
  return onlyOf(await adapter.start([request], maySend, SIGNAL));
}

/** Starts a request that has to be accepted. */
export async function started(adapter: Adapter, request: VideoRequest): Promise<StartOutcome & { kind: 'started' }> {
  const outcome = await start(adapter, request);
  if (outcome.kind !== 'started') throw new Error(`The start ended as ${JSON.stringify(outcome)}`);
  return outcome;
}

/** Where one operation stands; it has been to the database and back. */
export async function check(adapter: Adapter, operation: Json): Promise<CheckOutcome> {
  const stored: Json = JSON.parse(JSON.stringify(operation));
  return onlyOf(await adapter.check([stored], SIGNAL));
}

export function lostStart(request: VideoRequest, given: Partial<LostStart> = {}): LostStart {
  const knownTaskIds = () => Promise.resolve(new Set<string>());
  const maySend = () => Promise.resolve(true);
  return { request, sentAt: new Date(), mayResend: true, maySend, knownTaskIds, ...given };
}

function onlyOf<Item>(items: readonly Item[]): Item {
  const [item, ...others] = items;
  if (item === undefined || others.length > 0) throw new Error(`There are ${items.length} outcomes.`);
  return item;
}

/** Sockets of this process that are open, on either end. */
export function countSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
}

/** Looks again until an operation is something else than running. `seen` gets every outcome. */
export function untilEnded(adapter: Adapter, operation: Json, seen: CheckOutcome[] = []): Promise<CheckOutcome> {
  return vi.waitFor(
    async () => {
      const outcome = await check(adapter, operation);
      seen.push(outcome);
      if (outcome.kind === 'running') throw new Error('still running');
      return outcome;
    },
    { timeout: 50_000, interval: 20 },
  );
}

const errorSchema = z.strictObject({
  code: z.enum(TASK_ERROR_CODES),
  message: z.string().regex(/\w/),
  retryable: z.boolean(),
  billed: z.boolean().nullable(),
  provider: z.string(),
  providerCode: z.string().regex(/\w/).nullable(),
});

/** The shape that every failure has. */
export function expectError(error: TaskError, provider: ProviderName): void {
  expect(errorSchema.parse(error).provider).toBe(provider);
}

/** Nothing that the adapters of a room have returned holds a key. */
export function expectNoKey({ returned }: Room): void {
  const texts = JSON.stringify(returned);
  expect(texts).not.toContain('canary');
  expect(texts).not.toContain(OTHER_KEY);
}
