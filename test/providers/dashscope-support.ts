import { createHash, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { createDashScope, type DashScopeOptions } from '../../src/providers/dashscope/adapter.js';
import type { CheckOutcome, InputFile, StartOutcome, VideoProvider } from '../../src/providers/provider.js';
import { memoryFileCache } from '../support/file-cache.js';
import { createTemporaryDirectory } from '../support/temporary-directory.js';
import { videoRequest } from '../support/video-request.js';
import { startDashScopeDouble } from './doubles/dashscope.mjs';

export const SIGNAL = new AbortController().signal;
export const KEY = 'sk-canary-of-dashscope';
const PRICE = { P720: 0.1, P1080: 0.15 };

export type Double = Awaited<ReturnType<typeof startDashScopeDouble>>;
type DoubleOptions = Partial<Parameters<typeof startDashScopeDouble>[0]>;
type Given = NonNullable<Parameters<typeof videoRequest>[0]>;

const disposables: AsyncDisposable[] = [];

afterEach(async () => {
  for (const disposable of disposables.splice(0).toReversed()) await disposable[Symbol.asyncDispose]();
});

/** The double and an adapter for it; both end with the test. */
export async function startService(
  options: DoubleOptions = {},
  adapterOptions: Partial<DashScopeOptions> = {},
): Promise<{ double: Double; provider: VideoProvider }> {
  const directory = keep(await createTemporaryDirectory());
  const videoPath = join(directory.path, 'result.mp4');
  await writeFile(videoPath, 'a video, as good as any: nothing here looks into it');
  const double = keep(await startDashScopeDouble({ key: KEY, videoPath, generationMs: 0, ...options }));
  return { double, provider: openProvider(double.baseUrl, adapterOptions) };
}

export function openProvider(baseUrl: string, options: Partial<DashScopeOptions> = {}): VideoProvider {
  return keep(createDashScope({ apiKey: KEY, baseUrl, price: PRICE, fileCache: memoryFileCache(), ...options }));
}

function keep<Thing extends AsyncDisposable>(thing: Thing): Thing {
  disposables.push(thing);
  return thing;
}

/** A request as the gateway makes it, with every option. */
export function request(given: Given = {}) {
  return { ...videoRequest(given), safety: 'NONE' as const, callbackUrl: null };
}

/** Starts one request with permission. */
export async function startOne(provider: VideoProvider, given: Given = {}): Promise<StartOutcome> {
  const [outcome] = await provider.start([request(given)], () => Promise.resolve(true), SIGNAL);
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

/** Starts one request that is accepted. */
export async function started(provider: VideoProvider, given: Given = {}): Promise<StartOutcome & { kind: 'started' }> {
  const outcome = await startOne(provider, given);
  if (outcome.kind !== 'started') throw new Error(`The start ended as ${JSON.stringify(outcome)}`);
  return outcome;
}

export async function checkOne(provider: VideoProvider, operation: unknown): Promise<CheckOutcome> {
  const [outcome] = await provider.check([JSON.parse(JSON.stringify(operation))], SIGNAL);
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

/** Looks again until an operation is something else than running. */
export async function finished(provider: VideoProvider, operation: unknown): Promise<CheckOutcome> {
  return expect
    .poll(() => checkOne(provider, operation))
    .not.toMatchObject({ kind: 'running' })
    .then(() => checkOne(provider, operation));
}

/** A file of so many bytes that only this machine can read. */
export async function localFile(mimeType: string, bytes = 64): Promise<InputFile> {
  const directory = keep(await createTemporaryDirectory());
  const path = join(directory.path, 'input');
  await writeFile(path, Buffer.alloc(bytes, 'x'));
  return {
    assetId: `asset-${randomUUID()}`,
    mimeType,
    sha256: createHash('sha256').update(path).digest('hex'),
    bytes,
    path,
    url: null,
  };
}

/** A file with a public link. */
export function linkedFile(mimeType: string, url: string): InputFile {
  return { assetId: `asset-${randomUUID()}`, mimeType, sha256: '0'.repeat(64), bytes: 10, path: '/nowhere', url };
}
