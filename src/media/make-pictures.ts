import { rm } from 'node:fs/promises';
import pLimit from 'p-limit';
import type { MediaAnswer, MediaOrder } from './media-order.js';
import { runMediaProcess, type MediaRun } from './run-media-process.js';

/** Half a minute of 1080p, on a machine that has much else to do. */
const DEADLINE_MS = 60_000;
/** Pictures and frames lie outside of the heap, and each of the decoder's threads keeps some. */
const LIMITS = { maxHeapMegabytes: 512, maxDataMegabytes: 3072, maxCpuSeconds: 180, maxFileMegabytes: 64 };

/** Each decodes a whole video, with a thread for every core. */
const CONCURRENCY = 3;

/** Where the pictures of a video are put; `videoPath` is an MP4, MOV or WEBM file. All paths are absolute. */
export type PicturePaths = Omit<MediaOrder & { kind: 'pictures' }, 'kind'>;

export type PicturesRequest = Pick<MediaRun, 'entryPath' | 'signal'> & {
  paths: PicturePaths;
  /** A minute unless given. */
  deadlineMs?: number;
};

/** After `failed` there is no picture at all; without a storyboard there is neither sprite nor preview. */
export type PicturesOutcome = Extract<MediaAnswer, { kind: 'pictured' | 'failed' }>;

/** Makes the pictures of a video; what did not come to an end is removed. */
export type MakePictures = (request: Omit<PicturesRequest, 'entryPath'>) => Promise<PicturesOutcome>;

/** Makes the picture maker: three videos at a time, however many are finished at once. */
export function createPictureMaker(entryPath: string): MakePictures {
  const limit = pLimit(CONCURRENCY);
  return (request) => limit(() => makePictures({ ...request, entryPath }));
}

/**
 * Makes the pictures of a video, in a process of their own (`entryPath` is the compiled `media-process.js`): a poster, as
 * large as the video, from about a third in and neither black nor blank where there is a choice; a sprite of small frames;
 * and a short preview. What did not come to an end is removed.
 */
export async function makePictures(request: PicturesRequest): Promise<PicturesOutcome> {
  const { entryPath, paths, signal, deadlineMs = DEADLINE_MS } = request;
  const order = { kind: 'pictures', ...paths } as const;
  const limits = { ...LIMITS, onlyFile: null };
  const answer = await runMediaProcess({ entryPath, order, deadlineMs, limits, signal });
  const { posterPath, spritePath, previewPath } = paths;
  if (answer.kind === 'pictured') {
    if (answer.storyboard === null) await remove([spritePath, previewPath]);
    return answer;
  }
  await remove([posterPath, spritePath, previewPath]);
  return { kind: 'failed', reason: 'reason' in answer ? answer.reason : 'The media process mixed up its orders.' };
}

async function remove(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true });
}
