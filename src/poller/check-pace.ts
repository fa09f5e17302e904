import type { VideoProvider } from '../providers/provider.js';
import { readCheckCalendar } from '../tasks/claim-checks.js';
import type { PollerContext } from './poller-context.js';

/** The part of a rate limit that checks are planned to need in the long run, and in any one second. */
const PLANNED_SHARE = 0.8;
const SECOND_SHARE = 0.9;
/** A calendar is good for so long; what this process plans meanwhile is added to it. */
const FRESH_MS = 3_000;
/** Delays that the mean remembers. */
const MEMORY = 500;

/** `seconds[n]`: checks that are due in the n-th second after `readAt`. */
type Pace = { inFlight: number; seconds: number[]; readAt: number; meanMs: number; delays: number };
const paces = new WeakMap<PollerContext, Map<string, Pace>>();

/**
 * How long after now an operation is really looked up, when `plannedMs` would be right for it alone. What is due can
 * then be asked for: due times are kept, however many operations there are, and however they came together.
 */
export async function paceCheck(context: PollerContext, provider: VideoProvider, plannedMs: number): Promise<number> {
  const { checksPerSecond, checkBatch, operationsAreLocal } = provider.capabilities;
  if (checksPerSecond === null || operationsAreLocal) return plannedMs;
  const pace = paceOf(context, provider);
  const perSecond = checksPerSecond * checkBatch;
  if (performance.now() - pace.readAt > FRESH_MS) {
    pace.readAt = performance.now();
    const { inFlight, seconds } = await readCheckCalendar(context.prisma, provider.name);
    Object.assign(pace, { inFlight, seconds: spread(seconds, perSecond * SECOND_SHARE) });
  }
  return place(pace, perSecond * SECOND_SHARE, plannedMs * stretch(pace, perSecond * PLANNED_SHARE, plannedMs));
}

/**
 * More operations than the rate limit can follow are all looked up less often, by the same factor: those that need few
 * looks leave them to the others. An operation with the delay d asks 1 / d times a second. The mean of the delays, one
 * after the other as they are planned, weighs each operation by how often it asks, so `in flight / mean` is what all of
 * them ask for together.
 */
function stretch(pace: Pace, perSecond: number, plannedMs: number): number {
  pace.delays = Math.min(MEMORY, pace.delays + 1);
  pace.meanMs += (plannedMs - pace.meanMs) / pace.delays;
  return Math.max(1, (pace.inFlight * 1000) / pace.meanMs / perSecond);
}

/** The first second from then on that has room. */
function place({ seconds, readAt }: Pace, perSecond: number, delayMs: number): number {
  const passedMs = performance.now() - readAt;
  const wanted = Math.floor((passedMs + delayMs) / 1000);
  let second = wanted;
  while ((seconds[second] ?? 0) >= perSecond) second += 1;
  seconds[second] = (seconds[second] ?? 0) + 1;
  return Math.round(second === wanted ? delayMs : (second + Math.random()) * 1000 - passedMs);
}

/** What one second cannot take is asked for in the next. */
function spread(seconds: readonly number[], perSecond: number): number[] {
  let rest = 0;
  const taken = seconds.map((count) => {
    const all = rest + count;
    rest = Math.max(0, all - perSecond);
    return all - rest;
  });
  for (; rest > 0; rest -= perSecond) taken.push(Math.min(rest, perSecond));
  return taken;
}

function paceOf(context: PollerContext, { name }: VideoProvider): Pace {
  const known = paces.get(context) ?? new Map<string, Pace>();
  paces.set(context, known);
  const pace = known.get(name) ?? { inFlight: 0, seconds: [], readAt: -Infinity, meanMs: 0, delays: 0 };
  known.set(name, pace);
  return pace;
}
