import type { Claim } from '../tasks/claims.js';
import type { SafetyVerdict } from '../tasks/task.js';
import { aboutClaim } from './about-claim.js';
import type { PollerContext } from './poller-context.js';

/** A check that comes to nothing is made again with the whole step, this often in all. */
const TRIES = 3;

/**
 * Whether a video may be passed on; `reason` is a sentence for its caller. `INTERNAL`: nothing is known against it, so that
 * a retry may fetch it again and have it checked, instead of paying for another one.
 */
export type Judgement =
  | { kind: 'passed'; verdict: SafetyVerdict | null }
  | { kind: 'rejected'; verdict: SafetyVerdict | null; code: 'OUTPUT_REJECTED' | 'INTERNAL'; reason: string };

/**
 * Has a finished video checked as its task asks: what its provider has told counts, otherwise it is looked at here. Throws
 * when the check came to nothing and is worth another try. In the end an unchecked video is passed on only where the
 * gateway reports and does not reject.
 * @param told whether the provider found it sensitive; null when it did not say.
 * @param path absolute path of the video.
 */
export async function judgeOutput(
  { media, logger }: PollerContext,
  claim: Claim,
  told: boolean | null,
  path: string,
): Promise<Judgement> {
  const { task, work } = claim;
  const { rejectsSensitive } = media;
  if (told !== null) return judgementOf(verdictOfProvider(told), rejectsSensitive);
  if (task.safety === 'NONE') return { kind: 'passed', verdict: null };
  const outcome = await media.judgeSafety(path, task.safety);
  if (outcome.kind === 'judged') return judgementOf(outcome.verdict, rejectsSensitive);
  if (work.attempts < TRIES) throw new Error(`The safety check came to nothing: ${outcome.reason}`);
  logger.error({ ...aboutClaim(claim), reason: outcome.reason }, 'the safety check of a video was given up');
  if (!rejectsSensitive) return { kind: 'passed', verdict: null };
  const reason = 'The safety check could not be made, and this gateway passes no video on unchecked.';
  return { kind: 'rejected', verdict: null, code: 'INTERNAL', reason };
}

function verdictOfProvider(sensitive: boolean): SafetyVerdict {
  return { sensitive, checkedBy: 'PROVIDER', category: null, score: null, framesChecked: null };
}

function judgementOf(verdict: SafetyVerdict, rejectsSensitive: boolean): Judgement {
  if (!verdict.sensitive || !rejectsSensitive) return { kind: 'passed', verdict };
  const { category, score } = verdict;
  const found = category === null || score === null ? '' : ` (most likely ${category}, score ${score.toFixed(2)})`;
  const reason = `The safety check found the video sensitive${found}, and this gateway keeps no such video.`;
  return { kind: 'rejected', verdict, code: 'OUTPUT_REJECTED', reason };
}
