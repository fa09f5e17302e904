import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { Json } from '../../src/lib/json.js';
import { createEvolink } from '../../src/providers/evolink/adapter.js';
import type { FileCache } from '../../src/providers/file-cache.js';
import type { CheckOutcome, MaySend, StartOutcome, VideoProvider, VideoRequest } from '../../src/providers/provider.js';
import { memoryFileCache } from '../support/file-cache.js';
import { createTemporaryDirectory } from '../support/temporary-directory.js';
import { startEvolinkDouble } from './doubles/evolink.mjs';

export const SIGNAL = new AbortController().signal;
export const PRICE = { P720: 0.086, P1080: 0.144 };
export const yes: MaySend = () => Promise.resolve(true);

type DoubleOptions = Partial<Parameters<typeof startEvolinkDouble>[0]>;

/** The double, an adapter in front of it, and a folder with a file that stands for a video. */
export async function openEvolink(
  options: DoubleOptions = {},
  adapterOptions: { apiKey?: string; timeoutMs?: number; fileCache?: FileCache } = {},
) {
  const directory = await createTemporaryDirectory();
  const videoPath = join(directory.path, 'video.mp4');
  await writeFile(videoPath, 'the bytes of a video');
  const double = await startEvolinkDouble({ videoPath, generationMs: 0, ...options });
  const { key, baseUrl, filesBaseUrl } = double;
  const adapter = createEvolink({
    apiKey: key,
    baseUrl,
    filesBaseUrl,
    price: PRICE,
    fileCache: memoryFileCache(),
    ...adapterOptions,
  });
  return {
    double,
    adapter,
    directory: directory.path,
    videoPath,
    [Symbol.asyncDispose]: async () => {
      await adapter[Symbol.asyncDispose]();
      await double[Symbol.asyncDispose]();
      await directory[Symbol.asyncDispose]();
    },
  };
}

export async function start(adapter: VideoProvider, request: VideoRequest, maySend = yes): Promise<StartOutcome> {
  const [outcome] = await adapter.start([request], maySend, SIGNAL);
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

/** Starts a request that has to be accepted. */
export async function started(adapter: VideoProvider, request: VideoRequest) {
  const outcome = await start(adapter, request);
  if (outcome.kind !== 'started') throw new Error(`not started: ${JSON.stringify(outcome)}`);
  return outcome;
}

export async function check(adapter: VideoProvider, operation: Json): Promise<CheckOutcome> {
  const [outcome] = await adapter.check([operation], SIGNAL);
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

/** Checks until the operation has ended. */
export function untilEnded(adapter: VideoProvider, operation: Json): Promise<CheckOutcome> {
  return vi.waitFor(
    async () => {
      const outcome = await check(adapter, operation);
      if (outcome.kind === 'running') throw new Error('still running');
      return outcome;
    },
    { timeout: 20_000, interval: 20 },
  );
}
