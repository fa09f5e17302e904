import { rm } from 'node:fs/promises';
import { runMediaProcess, type MediaRun } from './run-media-process.js';

const DEADLINE_MS = 30_000;
/** Pictures and frames lie outside of the heap, and each of the decoder's threads keeps some. */
const LIMITS = { maxHeapMegabytes: 512, maxDataMegabytes: 2048, maxCpuSeconds: 60, maxFileMegabytes: 64 };

/** What to take a picture of, and where to put it. Paths are absolute; `entryPath` is the compiled `media-process.js`. */
export type PosterRequest = Pick<MediaRun, 'entryPath' | 'signal'> & {
  /** An MP4, MOV or WEBM file. */
  videoPath: string;
  /** The JPEG to write; after a failure nothing lies there. */
  outPath: string;
  /** Half a minute unless given. */
  deadlineMs?: number;
};

/** `width` and `height` are those of the picture, which are those of the video as displayed. */
export type PosterOutcome = { kind: 'made'; width: number; height: number } | { kind: 'failed'; reason: string };

/** Writes a representative frame of a video as JPEG: about a third in, neither black nor blank where there is a choice. */
export async function makePoster(request: PosterRequest): Promise<PosterOutcome> {
  const { entryPath, videoPath, outPath, signal, deadlineMs = DEADLINE_MS } = request;
  const order = { kind: 'poster', videoPath, outPath } as const;
  const limits = { ...LIMITS, onlyFile: null };
  const answer = await runMediaProcess({ entryPath, order, deadlineMs, limits, signal });
  if (answer.kind === 'made') return answer;
  await rm(outPath, { force: true });
  const mixedUp = { kind: 'failed', reason: 'The media process mixed up its orders.' } as const;
  return answer.kind === 'failed' || answer.kind === 'rejected' ? { kind: 'failed', reason: answer.reason } : mixedUp;
}
