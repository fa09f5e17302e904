// Another node that works on tasks: commits an event of each of some tasks at a time, at a steady pace whatever becomes of them, and
// announces them on the bus. Argument: JSON of { databaseUrl, redisUrl, ids, batch, everyMs }. Sends `ready`; told `go` and `stop` by
// its parent, it answers `stop` with what it committed.
import { writeEvents } from '../support/live-tasks.mjs';

const DIST = new URL('../../../dist/', import.meta.url);
const { databaseUrl, redisUrl, ids, batch, everyMs } = JSON.parse(process.argv[2] ?? '{}');
const { openDatabase } = await import(new URL('database/open-database.js', DIST).href);
const { openRedisBus } = await import(new URL('events/redis-bus.js', DIST).href);
const { openRedis } = await import(new URL('lib/open-redis.js', DIST).href);
const { createAnnouncer } = await import(new URL('events/announce.js', DIST).href);
const { createLogger } = await import(new URL('lib/logger.js', DIST).href);

const database = await openDatabase({ kind: 'postgres', url: databaseUrl });
const { secretFingerprint } = await database.prisma.installation.findUniqueOrThrow({ where: { id: 1 } });
const channel = `reelay:${secretFingerprint.slice(0, 16)}`;
const bus = openRedisBus({ client: openRedis(redisUrl).client, channel, logger: createLogger('warn') });
const announcer = createAnnouncer(bus);
let [going, written, lateRounds] = [false, 0, 0];
/** @type {Promise<void>} */
let writing = Promise.resolve();

process.on('message', (message) => {
  going = message === 'go';
  if (going) writing = write();
  else void writing.then(() => process.send?.({ written, lateRounds }));
});
process.once('disconnect', () => process.exit());
process.send?.('ready');

/** Rounds begin at their times even when earlier ones were late: what is behind is made up for. */
async function write() {
  const startedAt = performance.now();
  for (let round = 0; going; round += 1) {
    const waitMs = startedAt + round * everyMs - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    else lateRounds += 1;
    const some = Array.from({ length: batch }, (_, index) => ids[(round * batch + index) % ids.length]);
    const changed = await writeEvents(database.prisma, some);
    for (const task of changed) announcer.taskChanged(task);
    written += changed.length;
  }
}
