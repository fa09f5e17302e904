import pLimit from 'p-limit';
import type { SafetyVerdict } from '../tasks/task.js';
import { runMediaProcess } from './run-media-process.js';
import { likeliestCategory, scoreFrame } from './safety-score.js';

/** Five times what the longest video takes on two cores: it may share them with renderers. */
const DEADLINE_MS = 5 * 60_000;
/** Pictures and the model lie outside of the heap, and each of the decoder's threads keeps some. */
const LIMITS = { maxHeapMegabytes: 512, maxDataMegabytes: 4096, maxCpuSeconds: 1200, maxFileMegabytes: 0 };
/** One check fills a core for as long as it lasts. */
const CONCURRENCY = 2;

/** Which frames of which video to look at; the path is absolute. */
export type VideoToJudge = { videoPath: string; frames: 'FAST' | 'FULL'; signal: AbortSignal };

/** `unjudged`: the check came to nothing, which says nothing about the video. */
type SafetyOutcome = { kind: 'judged'; verdict: SafetyVerdict } | { kind: 'unjudged'; reason: string };

export type JudgeSafety = (video: VideoToJudge) => Promise<SafetyOutcome>;

/**
 * Makes the safety check: each video is looked at in a process of its own (`entryPath` is the compiled
 * `media-process.js`), two at a time. It is sensitive when the score of one frame reaches the threshold, 0-1.
 */
export function createSafetyJudge(entryPath: string, threshold: number): JudgeSafety {
  const limit = pLimit(CONCURRENCY);
  return (video) => limit(() => judge(entryPath, threshold, video));
}

async function judge(entryPath: string, threshold: number, video: VideoToJudge): Promise<SafetyOutcome> {
  const { videoPath, frames, signal } = video;
  const order = { kind: 'judge', videoPath, frames } as const;
  const limits = { ...LIMITS, onlyFile: null };
  const answer = await runMediaProcess({ entryPath, order, deadlineMs: DEADLINE_MS, limits, signal });
  if (answer.kind === 'failed') return { kind: 'unjudged', reason: answer.reason };
  if (answer.kind !== 'judged') return { kind: 'unjudged', reason: 'The media process mixed up its orders.' };
  const score = scoreFrame(answer.worst);
  const found = { category: likeliestCategory(answer.worst), score, framesChecked: answer.framesChecked };
  return { kind: 'judged', verdict: { sensitive: score >= threshold, checkedBy: 'GATEWAY', ...found } };
}
