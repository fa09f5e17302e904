import { readFile, rm } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Json } from '../../src/lib/json.js';
import type { CheckOutcome, ProviderOutput } from '../../src/providers/provider.js';
import { compileProcess } from '../support/compile-process.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { inputFile, videoRequest } from '../support/video-request.js';
import {
  check,
  expectError,
  expectNoKey,
  openAnimatic,
  openService,
  SERVICES,
  SIGNAL,
  start,
  started,
  untilEnded,
  yes,
  type Room,
} from './contract-support.js';

vi.setConfig({ testTimeout: 60_000 });

let folder: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let renderProcess: Awaited<ReturnType<typeof compileProcess>>;
let videoPath: string;

beforeAll(async () => {
  folder = await createTemporaryDirectory();
  videoPath = await makeShortClip(folder.path);
  renderProcess = await compileProcess('providers/animatic/render-process');
});
afterAll(async () => {
  await renderProcess[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const ADAPTERS = [
  { name: 'ANIMATIC' as const, open: () => openAnimatic(renderProcess.path) },
  ...SERVICES.map((service) => ({
    name: service.name,
    open: (options: { generationMs?: number } = {}): Promise<Room> => openService(service, videoPath, options),
  })),
];

/** What nobody has ever stored as an operation. */
const NONSENSE: Json[] = [null, 7, 'task-1', true, [], {}, { taskId: 7 }, { taskUUID: 'x' }, { request: {} }, [[null]]];

describe.each(ADAPTERS)('$name', ({ name, open }) => {
  let room: Room;
  beforeEach(async () => {
    room = await open({ generationMs: 1000 });
  });
  afterEach(async () => {
    await room[Symbol.asyncDispose]();
    expectNoKey(room);
  });

  test('it has the name that it is set up by, and room for a start', () => {
    expect(room.adapter.name).toBe(name);
    expect(room.adapter.freeSlots() ?? 1).toBeGreaterThan(0);
  });

  test('one outcome per request, in order', async () => {
    const requests = [1, 2, 3].map((seed) => videoRequest({ seed }));
    const outcomes = await room.adapter.start(requests, yes, SIGNAL);
    const operations = outcomes.map((outcome) => {
      if (outcome.kind !== 'started') throw new Error(JSON.stringify(outcome));
      expect(outcome.providerTaskId).toMatch(/\S/);
      return outcome.operation;
    });
    expect(new Set(operations.map((operation) => JSON.stringify(operation))).size).toBe(3);
    const checked = await room.adapter.check([...operations, null], SIGNAL);
    expect(checked.slice(0, 3).every(({ kind }) => kind === 'running' || kind === 'completed')).toBe(true);
    expect(['missing', 'failed', 'unanswered']).toContain(checked[3]?.kind);
    expect(await room.adapter.start([], yes, SIGNAL)).toEqual([]);
    expect(await room.adapter.check([], SIGNAL)).toEqual([]);
  });

  test('a run goes from running to completed, and its output is a video', async () => {
    const { operation } = await started(room.adapter, videoRequest());
    const seen: CheckOutcome[] = [];
    const outcome = await untilEnded(room.adapter, operation, seen);
    expect(seen[0]?.kind).toBe('running');
    expect(seen.map(({ kind }) => kind)).toEqual([...seen.slice(1).map(() => 'running'), 'completed']);
    const told = seen.map((each) => (each.kind === 'running' ? each.progress : null)).filter((each) => each !== null);
    expect(told.every((progress) => progress >= 0 && progress <= 100)).toBe(true);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    if (outcome.kind !== 'completed') throw new Error(JSON.stringify(outcome));
    expect((await fileTypeFromBuffer(await fetchOutput(outcome.output)))?.mime).toBe('video/mp4');
    const { actualPrompt, sensitive, cost } = outcome.facts;
    expect(actualPrompt === null || actualPrompt !== '').toBe(true);
    expect([null, true, false]).toContain(sensitive);
    // An estimate is the gateway's own, and no fact of the provider's.
    expect(cost?.estimated ?? false).toBe(false);
    expect((await check(room.adapter, operation)).kind).toBe('completed');
    await room.adapter.release(operation);
  });

  test('an operation is plain data, and another instance goes on with it', async () => {
    const { operation } = await started(room.adapter, videoRequest());
    expect(JSON.parse(JSON.stringify(operation))).toEqual(operation);
    expect((await untilEnded(room.another(), operation)).kind).toBe('completed');
  });

  test('a stored operation that makes no sense is never an exception', async () => {
    const outcomes = await room.adapter.check(NONSENSE, SIGNAL);
    expect(outcomes).toHaveLength(NONSENSE.length);
    for (const outcome of outcomes) expect(['missing', 'failed', 'unanswered']).toContain(outcome.kind);
    for (const operation of NONSENSE) {
      const { kind } = await room.adapter.cancel(operation, SIGNAL);
      expect(['stopped', 'runs-on', 'unanswered']).toContain(kind);
      await room.adapter.release(operation);
    }
  });

  test('a callback that makes no sense settles nothing', () => {
    for (const body of [...NONSENSE, undefined, { id: '' }, { data: [{}] }, { errors: [] }, { output: {} }]) {
      expect(room.adapter.readCallback(body)).toBeNull();
    }
  });

  test('an input that is gone ends in a failure that says so', async () => {
    const path = `${folder.path}/gone.png`;
    await rm(path, { force: true });
    const inputs = { firstFrame: inputFile(path, 'image/png') };
    const outcome = await start(room.adapter, videoRequest({ mode: 'IMAGE_TO_VIDEO', inputs }));
    const ended = outcome.kind === 'started' ? await untilEnded(room.adapter, outcome.operation) : outcome;
    if (ended.kind !== 'refused' && ended.kind !== 'failed') throw new Error(JSON.stringify(ended));
    expectError(ended.error, name);
    expect(ended.error.billed).toBe(false);
    expect(ended.error.message).not.toContain(folder.path);
  });

  test('a good set-up is healthy', async () => {
    expect(await room.adapter.health(SIGNAL)).toEqual({ kind: 'healthy' });
  });

  test('after disposing every question still has an answer', async () => {
    const { operation } = await started(room.adapter, videoRequest());
    await room.adapter[Symbol.asyncDispose]();
    expect(['busy', 'unknown']).toContain((await start(room.adapter, videoRequest())).kind);
    expect((await check(room.adapter, operation)).kind).toBe('unanswered');
    await room.adapter.cancel(operation, SIGNAL);
    await room.adapter.health(SIGNAL);
    await room.adapter[Symbol.asyncDispose]();
  });
});

/** As the gateway gets it: without a key. */
async function fetchOutput(output: ProviderOutput): Promise<Uint8Array> {
  if (output.kind === 'file') return readFile(output.path);
  const response = await fetch(output.url);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}
