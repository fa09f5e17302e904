import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRunware, type RunwareOptions } from '../../src/providers/runware/adapter.js';
import type {
  CheckOutcome,
  LostStart,
  StartOutcome,
  VideoProvider,
  VideoRequest,
} from '../../src/providers/provider.js';
import { memoryFileCache } from '../support/file-cache.js';
import { createTemporaryDirectory } from '../support/temporary-directory.js';
import { startRunwareDouble, type RunwareDoubleOptions } from './doubles/runware.mjs';

export const SIGNAL = new AbortController().signal;
export const PRICE = { P720: 0.1, P1080: 0.15 };
export const yes = () => Promise.resolve(true);

export type RunwareBench = AsyncDisposable & {
  double: Awaited<ReturnType<typeof startRunwareDouble>>;
  adapter: VideoProvider & AsyncDisposable;
  directory: string;
  /** Another adapter on the same double. */
  adapterWith(options: Partial<RunwareOptions>): VideoProvider;
};

/** A double, and an adapter that speaks to it. Disposing closes everything. */
export async function openRunware(options: Partial<RunwareDoubleOptions> = {}): Promise<RunwareBench> {
  const { path: directory, ...folder } = await createTemporaryDirectory();
  const videoPath = join(directory, 'video.mp4');
  await writeFile(videoPath, 'a video');
  const double = await startRunwareDouble({ generationMs: 0, ...options, videoPath });
  const adapters: AsyncDisposable[] = [];
  const adapterWith = (given: Partial<RunwareOptions>) => {
    const adapter = createRunware({
      apiKey: double.key,
      baseUrl: double.baseUrl,
      price: PRICE,
      fileCache: memoryFileCache(),
      ...given,
    });
    adapters.push(adapter);
    return adapter;
  };
  return {
    double,
    adapter: adapterWith({}),
    directory,
    adapterWith,
    async [Symbol.asyncDispose]() {
      for (const adapter of adapters) await adapter[Symbol.asyncDispose]();
      await double[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** The outcome of one start that is permitted. */
export async function startOne(adapter: VideoProvider, request: VideoRequest): Promise<StartOutcome> {
  return onlyOf(await adapter.start([request], yes, SIGNAL));
}

/** The outcome of one check, by the task's UUID. */
export async function checkOne(adapter: VideoProvider, taskUUID: string): Promise<CheckOutcome> {
  return onlyOf(await adapter.check([{ taskUUID }], SIGNAL));
}

/** A start of this request whose answer was lost just now. */
export function lostStart(request: VideoRequest, given: Partial<LostStart> = {}): LostStart {
  const knownTaskIds = () => Promise.resolve(new Set<string>());
  return { request, sentAt: new Date(), mayResend: true, maySend: yes, knownTaskIds, ...given };
}

export function onlyOf<Item>(items: readonly Item[]): Item {
  const [item, ...others] = items;
  if (item === undefined || others.length > 0) throw new Error(`There are ${items.length} items.`);
  return item;
}
