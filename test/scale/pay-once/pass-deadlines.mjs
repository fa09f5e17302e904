import { openDatabase } from '../../../dist/database/open-database.js';

/** While nobody runs, the time of every start that is still looked for goes by. Returns how many there are. @param {string} dataDir */
export async function passDeadlines(dataDir) {
  const database = await openDatabase({ kind: 'pglite', dataDir });
  const past = new Date(0);
  const { count } = await database.prisma.videoResult.updateMany({
    where: { phase: 'START_UNKNOWN', stopping: false },
    data: { deadlineAt: past, dueAt: past },
  });
  await database[Symbol.asyncDispose]();
  return count;
}
