import type { VideoProvider } from '../providers/provider.js';
import { learnTimes } from '../tasks/learn-times.js';
import type { VideoTask } from '../tasks/video-task.js';
import type { TypicalTime } from './next-check.js';
import type { PollerContext } from './poller-context.js';

/** What is learned is good for so long. */
const FRESH_MS = 60_000;
/** Without a history, nine in ten are presumed to be done after this many medians. */
const PRESUMED_SPREAD = 2;
const PRESUMED_FOR_SECONDS = 5;

type Known = { time: TypicalTime; until: number };
const known = new WeakMap<PollerContext, Map<string, Known>>();

/** How long results like this one take at a provider: learned from our own, presumed while there are too few. */
export async function typicalTime(
  context: PollerContext,
  provider: VideoProvider,
  { mode, quality, durationSeconds }: Pick<VideoTask, 'mode' | 'quality' | 'durationSeconds'>,
): Promise<TypicalTime> {
  const { capabilities, name } = provider;
  const times = known.get(context) ?? new Map<string, Known>();
  known.set(context, times);
  const key = [name, mode, quality, durationSeconds].join(' ');
  const remembered = times.get(key);
  if (remembered !== undefined && remembered.until > performance.now()) return remembered.time;
  const presumed = capabilities.typicalSeconds[quality] * (0.5 + durationSeconds / (2 * PRESUMED_FOR_SECONDS));
  const learned = capabilities.operationsAreLocal
    ? null
    : await learnTimes(context.prisma, { provider: name, mode, quality, durationSeconds });
  const time = learned ?? { p50: presumed, p90: presumed * PRESUMED_SPREAD };
  times.set(key, { time, until: performance.now() + FRESH_MS });
  return time;
}
