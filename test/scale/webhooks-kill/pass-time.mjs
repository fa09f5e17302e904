import { openDatabase } from '../../../dist/database/open-database.js';

/**
 * While nobody runs, time goes by: for messages that were refused again and again, and for ends of tasks that wait for their
 * costs, as a start that a kill broke off is looked for at a service that nobody reaches. Returns how many messages wait.
 * @param {import('../../../dist/database/open-database.js').DatabaseConfig} config
 * @returns {Promise<number>}
 */
export async function passTime(config) {
  const database = await openDatabase(config);
  const count = await database.prisma.$executeRaw`
    UPDATE webhook_deliveries SET created_at = created_at - interval '11 minutes', due_at = now() WHERE status = 'PENDING'`;
  await database[Symbol.asyncDispose]();
  return count;
}
