import type { Logger } from '../lib/logger.js';
import { repeat, type Repetition } from '../lib/repeat.js';
import type { MediaRoom } from './media-room.js';
import { sweepAbandoned } from './sweep-abandoned.js';
import { sweepExpired } from './sweep-expired.js';
import { sweepFiles } from './sweep-files.js';
import { sweepTemporary } from './sweep-temporary.js';
import { sweepUploads } from './sweep-uploads.js';

const EVERY_MS = 10 * 60 * 1000;
/** How long uploaded and imported assets are told of after their files have gone. */
const TOLD_FOR_MS = 30 * 24 * 60 * 60 * 1000;

/** What a sweep needs of the media room. */
export type SweepRoom = MediaRoom & {
  /** Deletes what was left of renders, and tells how much there was. */
  sweepRenders: (now: Date) => Promise<number>;
};

/** Now and then: removes what expired, and what crashes left behind. Any number of processes may do so at once. */
export function startMediaSweep(room: SweepRoom, logger: Logger): Repetition {
  const sweep = async (): Promise<void> => {
    const swept = await sweepMedia(room, new Date());
    if (Object.values(swept).some((count) => count > 0)) logger.info(swept, 'files were swept');
  };
  return repeat(sweep, EVERY_MS, (error) => logger.warn({ err: error }, 'a sweep of files failed'));
}

/**
 * One sweep, as if it were this time. Returns how many files of each kind went. What fails holds up nothing else: a bucket
 * that denies one question must not fill the disk. In the end it is thrown.
 */
export async function sweepMedia(room: SweepRoom, now: Date) {
  const failures: unknown[] = [];
  const step = async (sweep: () => Promise<number>): Promise<number> => {
    try {
      return await sweep();
    } catch (error) {
      failures.push(error);
      return 0;
    }
  };
  const expired = await step(() => sweepExpired(room, now));
  await step(() => room.assets.forgetRemoved(new Date(now.getTime() - TOLD_FOR_MS)));
  await step(() => sweepUploads(room, now).then(() => 0));
  const copies = await step(() => room.files.tidy(now));
  const abandoned = await step(() => sweepAbandoned(room, now));
  const temporary = await step(() => sweepTemporary(room.temporaryDirectory, now));
  const renders = await step(() => room.sweepRenders(now));
  const orphans = await step(() => sweepFiles(room, now));
  if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be swept.');
  return { expired, copies, abandoned, temporary, renders, orphans };
}
