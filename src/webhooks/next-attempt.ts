const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What the seed promises, to the second. */
const QUICK_MS = [1 * SECOND, 2 * SECOND, 4 * SECOND];
/** And then 75 hours in all, as Standard Webhooks proposes them, for a receiver that is away for longer. */
const TAIL_MS = [5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
/** The tail comes up to so much later, so that what failed together does not come together again. */
const JITTER = 0.2;
/** What a receiver may ask for. */
const MAX_PATIENCE_MS = 24 * HOUR;

/**
 * How long after an attempt the next one follows; null when that was the last one.
 * @param failures attempts that failed so far, this one included.
 * @param retryAfterMs what the receiver asked for; null when it asked for nothing.
 * @param random from 0 to 1.
 */
export function nextAttemptMs(failures: number, retryAfterMs: number | null, random: number): number | null {
  const quick = QUICK_MS[failures - 1];
  const tail = TAIL_MS[failures - 1 - QUICK_MS.length];
  const planned = quick ?? (tail === undefined ? null : Math.round(tail * (1 + JITTER * random)));
  return planned === null ? null : Math.max(planned, Math.min(retryAfterMs ?? 0, MAX_PATIENCE_MS));
}
