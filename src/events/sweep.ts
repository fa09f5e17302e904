import type { PrismaClient } from '../database/generated/client.js';
import type { Logger } from '../lib/logger.js';
import { repeat, type Repetition } from '../lib/repeat.js';
import { callerTopic, DUE_TOPIC, taskTopic, type Bus } from './bus.js';

const EVERY_MS = 2_000;

/**
 * Catches what the bus does not carry: another process may have written to the same database. Only what somebody here
 * listens to is asked for, and one question serves all listeners.
 */
export function startSweep(prisma: PrismaClient, bus: Bus, logger: Logger): Repetition {
  const sweep = async (): Promise<void> => {
    const topics = bus.topics().filter((topic) => topic !== DUE_TOPIC);
    if (topics.length === 0) return;
    const idsOf = (prefix: string): string[] =>
      topics.flatMap((topic) => (topic.startsWith(prefix) ? [topic.slice(prefix.length)] : []));
    const tasks = await prisma.videoTask.findMany({
      where: { id: { in: idsOf(taskTopic('')) } },
      select: { id: true, version: true },
    });
    const callers = await prisma.caller.findMany({ where: { id: { in: idsOf(callerTopic('')) } } });
    for (const { id, version } of tasks) bus.publish(taskTopic(id), version);
    for (const { id, feedPosition } of callers) bus.publish(callerTopic(id), feedPosition);
  };
  return repeat(sweep, EVERY_MS, (error) => logger.warn({ err: error }, 'a sweep for missed events failed'));
}
