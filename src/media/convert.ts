import { rm } from 'node:fs/promises';
import pLimit from 'p-limit';
import type { MediaOrder } from './media-order.js';
import { runMediaProcess } from './run-media-process.js';

/** Fifteen seconds of 1080p in VP9 take one core about a minute; it may have to be shared. */
const DEADLINE_MS = 15 * 60_000;
/** Frames lie outside of the heap. The file may be as large as the largest that is fetched. */
const LIMITS = { maxHeapMegabytes: 512, maxDataMegabytes: 4096, maxCpuSeconds: 30 * 60, maxFileMegabytes: 2048 };
const CONCURRENCY = 1;

type ConvertRequest = Omit<MediaOrder & { kind: 'convert' }, 'kind'> & { signal: AbortSignal };
type ConvertOutcome = { kind: 'converted' } | { kind: 'failed'; reason: string };

/** Makes another file of a video. After a failure nothing lies at the output path. */
export type ConvertVideo = (request: ConvertRequest) => Promise<ConvertOutcome>;

/**
 * Makes the converter: each video in a process of its own (`entryPath` is the compiled `media-process.js`), one at a time,
 * as an encoder uses every core there is.
 */
export function createConverter(entryPath: string): ConvertVideo {
  const limit = pLimit(CONCURRENCY);
  return (request) => limit(() => convert(entryPath, request));
}

async function convert(entryPath: string, { signal, ...order }: ConvertRequest): Promise<ConvertOutcome> {
  const answer = await runMediaProcess({
    entryPath,
    order: { kind: 'convert', ...order },
    deadlineMs: DEADLINE_MS,
    limits: { ...LIMITS, onlyFile: null },
    signal,
  });
  if (answer.kind === 'converted') return answer;
  await rm(order.outputPath, { force: true });
  return { kind: 'failed', reason: 'reason' in answer ? answer.reason : 'The media process mixed up its orders.' };
}
