import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { ensureCaller } from '../../../src/callers/named-caller.js';
import type { PrismaClient } from '../../../src/database/generated/client.js';
import { createLogger } from '../../../src/lib/logger.js';
import { createInsertTask } from '../../../src/tasks/insert-task.js';
import type { SenderContext } from '../../../src/webhooks/attempt-delivery.js';
import type { WebhookDelivery } from '../../../src/webhooks/delivery.js';
import type { ReceiverLimits } from '../../../src/webhooks/receivers.js';
import { startSender, type Sender } from '../../../src/webhooks/sender.js';
import { openWebhookDesk, type WebhookDesk } from '../../../src/webhooks/webhook-desk.js';
import { newTask, type NewTaskOptions } from '../../support/new-task.js';

/** A database with one caller, whose webhooks a test's own senders serve. */
export type SenderRoom = {
  prisma: PrismaClient;
  callerId: string;
  desk: WebhookDesk;
  /** What an attempt needs; `given` as a test wants it. */
  context(given?: Partial<SenderContext>): SenderContext;
  sender(given?: Partial<SenderContext>, limits?: ReceiverLimits): Sender;
  /** Puts a delivery in line that tells of no task. Returns its id. */
  send(url: string): Promise<string>;
  /** The same, many times over. */
  sendMany(url: string, count: number): Promise<void>;
  /** Stores a task whose first event is told; `result` may be as a test wants it. Returns the id of the delivery. */
  sendCreated(url: string, given?: NewTaskOptions): Promise<string>;
  delivery(id: string): Promise<WebhookDelivery>;
  until(id: string, isWanted: (delivery: WebhookDelivery) => boolean): Promise<WebhookDelivery>;
  /** As if the time of everything that waits had come. */
  makeDue(): Promise<void>;
};

export async function openSenderRoom(prisma: PrismaClient): Promise<SenderRoom> {
  const { id: callerId } = await ensureCaller(prisma, 'local');
  const logger = createLogger('silent');
  const room = { prisma, sealing: randomBytes(32), allowPrivateUrls: true };
  const desk = openWebhookDesk({ ...room, deliveryDue: () => undefined });
  const insertTask = createInsertTask(prisma, {
    taskStored: () => undefined,
    taskChanged: () => undefined,
    taskDeleted: () => undefined,
    workDue: () => undefined,
  });

  async function send(url: string): Promise<string> {
    const sent = await desk.sendTest(callerId, url);
    if ('reason' in sent) throw new Error(sent.reason);
    return sent.id;
  }

  async function delivery(id: string): Promise<WebhookDelivery> {
    const found = await desk.findDelivery(callerId, id);
    if (found === null) throw new Error('There is no such delivery.');
    return found;
  }

  function context(given: Partial<SenderContext> = {}): SenderContext {
    const renderEvent = async (...event: unknown[]): Promise<object> => ({ event });
    const watchAttempt: SenderContext['watchAttempt'] = (_, attempt) => attempt();
    return { ...room, renderEvent, timeoutMs: 60_000, watchAttempt, logger, ...given };
  }

  return {
    prisma,
    callerId,
    desk,
    send,
    delivery,
    context,
    sender: (given = {}, limits = { total: 16, ofCaller: 16, each: 4 }) => startSender(context(given), limits),
    async sendMany(url, count) {
      const id = await send(url);
      await prisma.$executeRaw`
        INSERT INTO webhook_deliveries (id, caller_id, webhook_id, type, status, created_at, queued_at, line, due_at)
        SELECT id || n, caller_id, webhook_id, type, status, created_at, queued_at, line, due_at
        FROM webhook_deliveries, generate_series(2, ${count}::int) AS n WHERE id = ${id}`;
    },
    async sendCreated(url, given = {}) {
      const named = await desk.nameWebhook(callerId, url);
      if (named.kind === 'forbidden') throw new Error(named.reason);
      const webhook = { webhookId: named.webhookId, webhookEvents: ['CREATED' as const] };
      const task = await insertTask(newTask(callerId, { ...given, facts: { ...webhook, ...given.facts } }));
      const [found] = (await desk.findTaskDeliveries(callerId, [task?.id ?? ''])).get(task?.id ?? '') ?? [];
      return found?.id ?? '';
    },
    async until(id, isWanted) {
      await expect.poll(async () => isWanted(await delivery(id)), { timeout: 30_000 }).toBe(true);
      return delivery(id);
    },
    makeDue: async () => {
      await prisma.$executeRaw`UPDATE webhook_deliveries SET due_at = now() WHERE due_at > now()`;
    },
  };
}
