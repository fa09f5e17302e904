import type { Logger } from '../lib/logger.js';
import { repeat, type Repetition } from '../lib/repeat.js';
import type { MediaRoom } from './media-room.js';
import { sweepExpired } from './sweep-expired.js';
import { sweepFiles } from './sweep-files.js';
import { sweepTemporary } from './sweep-temporary.js';

const EVERY_MS = 10 * 60 * 1000;

/** Now and then: removes what expired, and what crashes left behind. */
export function startMediaSweep(room: MediaRoom, logger: Logger): Repetition {
  const sweep = async (): Promise<void> => {
    const now = new Date();
    const expired = await sweepExpired(room, now);
    await room.uploads.deleteExpired(now);
    const temporary = await sweepTemporary(room.temporaryDirectory, now);
    const orphans = await sweepFiles(room, now);
    if (expired + temporary + orphans > 0) logger.info({ expired, temporary, orphans }, 'files were swept');
  };
  return repeat(sweep, EVERY_MS, (error) => logger.warn({ err: error }, 'a sweep of files failed'));
}
