import pLimit from 'p-limit';
import type { ProbeResult, UnjudgedFile } from './probe-result.js';
import { runMediaProcess } from './run-media-process.js';

const DEADLINE_MS = 10_000;
/** Ten times what the longest file we take needs. */
const LIMITS = { maxHeapMegabytes: 128, maxDataMegabytes: 256, maxCpuSeconds: 10, maxFileMegabytes: 0 };
const CONCURRENCY = 2;

/** Tells what a file is, by its content. What a provider made (`isOutput`) may have stray bytes in it. */
export type ProbeFile = (path: string, isOutput?: boolean) => Promise<ProbeResult | UnjudgedFile>;

/**
 * Makes the probe: it looks at each file in a process of its own (`entryPath` is the compiled `media-process.js`), two at
 * a time. A file that crashes or hangs the readers is not judged: it is bad, or this machine is too busy.
 */
export function createProbe(entryPath: string): ProbeFile {
  const limit = pLimit(CONCURRENCY);
  return (path, isOutput = false) => limit(() => probeFile(entryPath, path, isOutput));
}

async function probeFile(entryPath: string, path: string, isOutput: boolean): Promise<ProbeResult | UnjudgedFile> {
  const answer = await runMediaProcess({
    entryPath,
    order: { kind: 'probe', path, isOutput },
    deadlineMs: DEADLINE_MS,
    limits: { ...LIMITS, onlyFile: path },
    signal: new AbortController().signal,
  });
  if (answer.kind === 'probed' || answer.kind === 'rejected') return answer;
  return {
    kind: 'unjudged',
    reason: answer.kind === 'failed' ? answer.reason : 'The media process mixed up its orders.',
  };
}
