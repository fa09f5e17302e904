import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createSafetyJudge } from '../../../dist/media/judge-safety.js';
import { childrenOf, processorSeconds, residentMib } from '../support/process-figures.mjs';
import { temporaryDirectory } from '../support/scope.mjs';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const DURATION_SECONDS = 15;
const PROMPT = 'A tram in a rainy street at night, slow pan to the left';
const MODES = /** @type {const} */ (['FAST', 'FULL']);
/** What the longest check may take. */
const REFERENCE = { name: 'as long as it may take', value: 60, unit: 's' };

/** Checks the longest and largest video there is, in a child process as the gateway does it. */
/** @type {import('../bench.mjs').Part} */
export async function measureSafety({ scope }) {
  const videoPath = join(await temporaryDirectory(scope), 'long.mp4');
  const options = ['--duration', String(DURATION_SECONDS), '--quality', '1080p', '--seed', '7', '--quiet'];
  await promisify(execFile)('node', [join(ROOT, 'dist', 'cli.js'), 'render', PROMPT, '-o', videoPath, ...options]);
  const judge = createSafetyJudge(join(ROOT, 'dist', 'media', 'media-process.js'), 0.7);
  const rows = [];
  for (const frames of MODES) {
    const { seconds, processor, mib, framesChecked } = await measure(judge, { videoPath, frames });
    const name = `${frames}, ${framesChecked} frames of ${DURATION_SECONDS} s at 1920x1080`;
    const reference = frames === 'FULL' ? { reference: REFERENCE, ratio: seconds / REFERENCE.value } : {};
    rows.push(
      { name, value: seconds, unit: 's', ...reference },
      { name: `${frames}, processor`, value: processor, unit: 's' },
      { name: `${frames}, most memory of the child process`, value: mib, unit: 'MiB' },
    );
  }
  return rows;
}

/**
 * @param {import('../../../dist/media/judge-safety.js').JudgeSafety} judge
 * @param {{ videoPath: string, frames: 'FAST' | 'FULL' }} video
 */
async function measure(judge, video) {
  let mib = 0;
  const look = () => {
    mib = Math.max(mib, ...childrenOf(process.pid).map((pid) => residentMib(pid) ?? 0));
  };
  const watch = setInterval(look, 50);
  const before = processorSeconds(process.pid).children;
  const startedAt = performance.now();
  const outcome = await judge({ ...video, signal: new AbortController().signal });
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(watch);
  if (outcome.kind !== 'judged') throw new Error(`The video could not be checked: ${outcome.reason}`);
  const processor = processorSeconds(process.pid).children - before;
  return { seconds, processor, mib, framesChecked: outcome.verdict.framesChecked };
}
