import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Json } from '../../src/lib/json.js';
import { createAnimatic } from '../../src/providers/animatic/adapter.js';
import type { CheckOutcome, LostStart, VideoRequest } from '../../src/providers/provider.js';
import { compileProcess } from '../support/compile-process.js';
import { readVideo } from '../support/read-video.js';
import { inputFile, videoRequest } from '../support/video-request.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const PATIENT = { timeout: 50_000, interval: 20 };
const SIGNAL = new AbortController().signal;
const startedLine = z.object({ rendererPid: z.int() });

let renderProcess: Awaited<ReturnType<typeof compileProcess>>;
let workDir: string;
/** Process ids of the render processes, in the order in which they were started. */
let pids: number[];
let disposables: AsyncDisposable[];

beforeAll(async () => {
  renderProcess = await compileProcess('providers/animatic/render-process');
});
afterAll(() => renderProcess[Symbol.asyncDispose]());
beforeEach(async () => {
  workDir = await mkdtemp(join(tmpdir(), 'animatic-adapter-'));
  pids = [];
  disposables = [];
});
afterEach(async () => {
  for (const disposable of disposables) await disposable[Symbol.asyncDispose]();
  await rm(workDir, { recursive: true, force: true });
});

const logLines: string[] = [];

type Options = { renderers?: number; renderProcessPath?: string; silenceTimeoutMs?: number };

function newAdapter({
  renderers = 1,
  renderProcessPath = renderProcess.path,
  silenceTimeoutMs = 60_000,
}: Options = {}) {
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logLines.push(chunk.toString());
      const line = startedLine.safeParse(JSON.parse(chunk.toString()));
      if (line.success) pids.push(line.data.rendererPid);
      done();
    },
  });
  const logger = pino({ level: 'debug' }, stream);
  const adapter = createAnimatic({ workDir, renderers, renderProcessPath, silenceTimeoutMs, logger });
  disposables.push(adapter);
  return adapter;
}

type Adapter = ReturnType<typeof newAdapter>;

const maySend = async (): Promise<boolean> => true;

function lost(request: VideoRequest): LostStart {
  const maySend = async () => true;
  return { request, sentAt: new Date(), mayResend: true, maySend, knownTaskIds: async () => new Set() };
}

async function start(adapter: Adapter, request: VideoRequest) {
  const [outcome] = await adapter.start([request], maySend, SIGNAL);
  if (outcome?.kind !== 'started') throw new Error(`not started: ${JSON.stringify(outcome)}`);
  return outcome;
}

async function check(adapter: Adapter, operation: Json): Promise<CheckOutcome> {
  const [outcome] = await adapter.check([operation], SIGNAL);
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

/** Checks until the operation is no longer running; every running outcome goes to `seen`. */
async function untilEnded(adapter: Adapter, operation: Json, seen: CheckOutcome[] = []): Promise<CheckOutcome> {
  return vi.waitFor(async () => {
    const outcome = await check(adapter, operation);
    if (outcome.kind !== 'running') return outcome;
    seen.push(outcome);
    throw new Error('still running');
  }, PATIENT);
}

async function untilPainting(adapter: Adapter, operation: Json): Promise<void> {
  await vi.waitFor(async () => {
    expect(await check(adapter, operation)).toMatchObject({ kind: 'running', progress: expect.toSatisfy(isPositive) });
  }, PATIENT);
}

const isPositive = (value: unknown): boolean => typeof value === 'number' && value > 0;

async function untilRenderers(count: number): Promise<number> {
  await expect.poll(() => pids.length, PATIENT).toBe(count);
  return pids[count - 1] ?? Number.NaN;
}

function pathOf(outcome: CheckOutcome): string {
  if (outcome.kind !== 'completed') throw new Error(`not completed: ${JSON.stringify(outcome)}`);
  if (outcome.output.kind !== 'file') throw new Error(`not a file: ${JSON.stringify(outcome)}`);
  return outcome.output.path;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a request becomes a file; progress only rises; release removes it', async () => {
  const adapter = newAdapter({ renderers: 2 });
  expect(adapter.freeSlots()).toBe(2);
  const request = videoRequest({ width: 1280, height: 720, generateAudio: true });
  const { operation, providerTaskId, actualPrompt } = await start(adapter, request);
  expect(providerTaskId).toBe(request.startKey);
  expect(actualPrompt).toBe(request.prompt);
  expect(adapter.freeSlots()).toBe(1);

  const seen: CheckOutcome[] = [];
  const path = pathOf(await untilEnded(adapter, operation, seen));
  const progress = seen.map((outcome) => (outcome.kind === 'running' ? outcome.progress : null));
  expect(progress.length).toBeGreaterThan(3);
  expect(progress.every((percent) => percent !== null && percent >= 0 && percent <= 100)).toBe(true);
  expect(progress).toEqual(progress.toSorted((one, other) => (one ?? 0) - (other ?? 0)));
  expect(adapter.freeSlots()).toBe(2);
  expect(await readdir(workDir)).toEqual([`${request.startKey}.mp4`]);
  const video = await readVideo(path);
  expect(video).toMatchObject({ width: 1280, height: 720, durationSeconds: 2, frameCount: 60 });

  await adapter.release(operation);
  expect(await readdir(workDir)).toEqual([]);
});

test('promptExtend shows the longer prompt that is painted', async () => {
  const request = videoRequest({ promptExtend: true });
  const { actualPrompt } = await start(newAdapter(), request);
  expect(actualPrompt?.startsWith(request.prompt)).toBe(true);
  expect(actualPrompt?.length).toBeGreaterThan(request.prompt.length);
});

test('a start key renders once, however often it is started', async () => {
  const adapter = newAdapter();
  const request = videoRequest();
  const [one, other] = await adapter.start([request, request], maySend, SIGNAL);
  expect(other).toEqual(one);
  const { operation } = await start(adapter, request);
  const written = (await stat(pathOf(await untilEnded(adapter, operation)))).mtimeMs;

  await start(adapter, request);
  expect(await adapter.recover(lost(request), SIGNAL)).toEqual(one);
  const path = pathOf(await check(adapter, operation));
  expect((await stat(path)).mtimeMs).toBe(written);
  expect(pids).toHaveLength(1);
});

test('no more renderers run at once than allowed; the others wait', async () => {
  const adapter = newAdapter({ renderers: 1 });
  const first = await start(adapter, videoRequest());
  const second = await start(adapter, videoRequest());
  expect(adapter.freeSlots()).toBe(0);
  await untilPainting(adapter, first.operation);
  expect(await check(adapter, second.operation)).toEqual({ kind: 'running', progress: 0, etaSeconds: null });
  expect(pids).toHaveLength(1);
  await untilRenderers(2);
  expect(isAlive(pids[0] ?? 0)).toBe(false);
  expect(await untilEnded(adapter, first.operation)).toMatchObject({ kind: 'completed' });
  expect(await untilEnded(adapter, second.operation)).toMatchObject({ kind: 'completed' });
});

test('cancel kills the render in the middle, lets no file stand, and frees the slot', async () => {
  const adapter = newAdapter();
  const size = { width: 1280, height: 720, durationSeconds: 15 };
  const running = await start(adapter, videoRequest(size));
  const waiting = await start(adapter, videoRequest(size));
  await untilPainting(adapter, running.operation);
  const pid = await untilRenderers(1);
  expect(isAlive(pid)).toBe(true);

  expect(await adapter.cancel(waiting.operation, SIGNAL)).toEqual({ kind: 'stopped' });
  expect(isAlive(pid)).toBe(true);
  expect(await adapter.cancel(running.operation, SIGNAL)).toEqual({ kind: 'stopped' });
  expect(isAlive(pid)).toBe(false);
  expect(await readdir(workDir)).toEqual([]);
  expect(await check(adapter, running.operation)).toMatchObject({ kind: 'failed' });
  expect(adapter.freeSlots()).toBe(1);
  expect(pids).toHaveLength(1);
});

test('a render process killed once is replaced, and the result is whole', async () => {
  const adapter = newAdapter();
  const { operation } = await start(adapter, videoRequest());
  process.kill(await untilRenderers(1), 'SIGKILL');
  expect(await readVideo(pathOf(await untilEnded(adapter, operation)))).toMatchObject({ frameCount: 60 });
  expect(pids).toHaveLength(2);
});

test('a render process killed twice is a failure that says so', async () => {
  const adapter = newAdapter();
  const { operation } = await start(adapter, videoRequest());
  process.kill(await untilRenderers(1), 'SIGKILL');
  process.kill(await untilRenderers(2), 'SIGKILL');
  expect(await untilEnded(adapter, operation)).toEqual({
    kind: 'failed',
    error: {
      code: 'PROVIDER_FAILED',
      message: expect.stringMatching(/^The renderer crashed 2 times\. The log says more/u),
      retryable: true,
      billed: false,
      provider: 'ANIMATIC',
      providerCode: null,
    },
    answer: null,
  });
  expect(pids).toHaveLength(2);
  expect(await readdir(workDir)).toEqual([]);
  expect(adapter.freeSlots()).toBe(1);
});

test('another process goes on with the operation of a dead one, with the same frames', async () => {
  const request = videoRequest({ durationSeconds: 3, promptExtend: true });
  const undisturbed = newAdapter();
  const reference = await start(undisturbed, videoRequest({ durationSeconds: 3, promptExtend: true }));
  const { hashes } = await readVideo(pathOf(await untilEnded(undisturbed, reference.operation)));

  const dying = newAdapter();
  const { operation } = await start(dying, request);
  await untilPainting(dying, operation);
  const pid = await untilRenderers(2);
  await dying[Symbol.asyncDispose]();
  expect(isAlive(pid)).toBe(false);
  expect(await readdir(workDir)).not.toContain(`${request.startKey}.mp4`);

  const heir = newAdapter();
  const stored: Json = JSON.parse(JSON.stringify(operation));
  expect(await check(heir, stored)).toEqual({ kind: 'running', progress: 0, etaSeconds: null });
  const path = pathOf(await untilEnded(heir, stored));
  expect((await readVideo(path)).hashes).toEqual(hashes);
  expect(pids).toHaveLength(3);

  expect(pathOf(await check(newAdapter(), stored))).toBe(path);
  expect(pids).toHaveLength(3);
});

test('an input that cannot be decoded fails at once, as the fault of the input', async () => {
  const adapter = newAdapter();
  const image = inputFile(join(workDir, 'broken.png'), 'image/png');
  await writeFile(image.path, 'not a picture');
  const request = videoRequest({ mode: 'IMAGE_TO_VIDEO', inputs: { firstFrame: image } });
  const { operation } = await start(adapter, request);
  expect(await untilEnded(adapter, operation)).toMatchObject({
    kind: 'failed',
    error: {
      code: 'INVALID_INPUT',
      message: `The image ${image.assetId} (image/png) cannot be decoded.`,
      retryable: false,
    },
  });
  expect(pids).toHaveLength(1);
});

test('an operation that cannot be read fails alone', async () => {
  const adapter = newAdapter();
  const { operation } = await start(adapter, videoRequest());
  const [unreadable, readable] = await adapter.check([{ request: 'gone' }, operation], SIGNAL);
  expect(unreadable).toMatchObject({ kind: 'failed', error: { code: 'INTERNAL' } });
  expect(readable).toMatchObject({ kind: 'running' });
});

async function writeHungProcess(): Promise<string> {
  const path = join(workDir, 'hung.mjs');
  await writeFile(path, 'setInterval(() => undefined, 1000); process.on("message", () => undefined);');
  return path;
}

test('cancelling and disposing kill a render process that would never end by itself', async () => {
  const adapter = newAdapter({ renderProcessPath: await writeHungProcess() });
  const { operation } = await start(adapter, videoRequest());
  const cancelled = await untilRenderers(1);
  await adapter.cancel(operation, SIGNAL);
  expect(isAlive(cancelled)).toBe(false);

  const last = await start(adapter, videoRequest());
  const disposed = await untilRenderers(2);
  await adapter[Symbol.asyncDispose]();
  expect(isAlive(disposed)).toBe(false);
  expect(await check(adapter, last.operation)).toMatchObject({ kind: 'unanswered' });
  expect(await adapter.start([videoRequest()], maySend, SIGNAL)).toMatchObject([{ kind: 'busy' }]);
});

test('a hung render process is killed and counts as crashed', async () => {
  const hung = await writeHungProcess();
  const adapter = newAdapter({ renderProcessPath: hung, silenceTimeoutMs: 300 });
  const { operation } = await start(adapter, videoRequest());
  const outcome = await untilEnded(adapter, operation);
  expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'PROVIDER_FAILED', retryable: true } });
  expect(pids).toHaveLength(2);
  expect(pids.some(isAlive)).toBe(false);
});

test('the last words of a crashing process are in the log, and not in the message', async () => {
  const crashing = join(workDir, 'crashing.mjs');
  await writeFile(
    crashing,
    'process.stderr.write("x".repeat(9999) + "bad codec\\n"); process.exitCode = 7; process.disconnect();',
  );
  const before = logLines.length;
  const adapter = newAdapter({ renderProcessPath: crashing });
  const { operation } = await start(adapter, videoRequest());
  const outcome = await untilEnded(adapter, operation);
  if (outcome.kind !== 'failed') throw new Error('must fail');
  expect(outcome.error.message).not.toContain('bad codec');
  const crashes = logLines.slice(before).filter((line) => line.includes('renderer crashed'));
  expect(crashes).toHaveLength(2);
  expect(crashes[0]).toMatch(/exit code 7: x+bad codec/u);
  expect(crashes[0]?.length).toBeLessThan(1000);
});

test('the render process does not outlive its parent', async () => {
  const parentPath = join(workDir, 'parent.mjs');
  const order = { request: videoRequest({ durationSeconds: 15 }), outputPath: join(workDir, 'orphan.part') };
  await writeFile(
    parentPath,
    `import { fork } from 'node:child_process';
     const child = fork(${JSON.stringify(renderProcess.path)});
     child.once('message', () => process.send(child.pid));
     child.send(${JSON.stringify(order)});`,
  );
  const parent = fork(parentPath, [], { execArgv: [] });
  const [pid] = z
    .tuple([z.int()])
    .rest(z.unknown())
    .parse(await once(parent, 'message'));
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => isAlive(pid), PATIENT).toBe(false);
  // Nothing is written before the end: it did not simply finish.
  expect((await stat(order.outputPath)).size).toBe(0);
});
