import pLimit from 'p-limit';
import type { ProbeResult } from './probe-result.js';
import { runMediaProcess } from './run-media-process.js';

const DEADLINE_MS = 5_000;
/** Ten times what the longest file we take needs. */
const MAX_HEAP_MEGABYTES = 128;
const CONCURRENCY = 2;

/** Tells what a file is, by its content. */
export type ProbeFile = (path: string) => Promise<ProbeResult>;

/**
 * Makes the probe: it looks at each file in a process of its own (`entryPath` is the compiled `media-process.js`), two at
 * a time. A file that crashes or hangs the readers is rejected like any other broken file.
 */
export function createProbe(entryPath: string): ProbeFile {
  const limit = pLimit(CONCURRENCY);
  return (path) => limit(() => probeFile(entryPath, path));
}

async function probeFile(entryPath: string, path: string): Promise<ProbeResult> {
  const answer = await runMediaProcess({
    entryPath,
    order: { kind: 'probe', path },
    deadlineMs: DEADLINE_MS,
    maxHeapMegabytes: MAX_HEAP_MEGABYTES,
    signal: new AbortController().signal,
  });
  if (answer.kind === 'probed' || answer.kind === 'rejected') return answer;
  return { kind: 'rejected', reason: 'The file cannot be read; it is damaged.' };
}
