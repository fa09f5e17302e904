import type { PrismaClient } from '../database/generated/client.js';
import type { WebhookDelivery } from './delivery.js';
import { nameWebhook, type NameWebhookOutcome } from './name-webhook.js';
import { findDelivery, findTaskDeliveries, listDeliveries, type DeliveryPage } from './read-deliveries.js';
import { redeliver } from './redeliver.js';
import { replayDeliveries, type Replayed, type ReplayWindow } from './replay-deliveries.js';
import { sendTest } from './send-test.js';
import type { AddressRoom } from './webhook-address.js';
import {
  readWebhookSecret,
  rotateWebhookSecret,
  type RotateSecretOutcome,
  type WebhookSecret,
} from './webhook-secret.js';

export type DeskRoom = AddressRoom & {
  prisma: PrismaClient;
  /** Told when something may have to be sent at once. */
  deliveryDue(): void;
};

/** What callers do with webhooks. Everything is the caller's own; null where it has no such delivery. */
export type WebhookDesk = {
  nameWebhook(callerId: string, url: string): Promise<NameWebhookOutcome>;
  readWebhookSecret(callerId: string): Promise<WebhookSecret>;
  rotateWebhookSecret(callerId: string): Promise<RotateSecretOutcome>;
  listDeliveries(callerId: string, page: { count: number; after: string | null }): Promise<DeliveryPage>;
  findDelivery(callerId: string, id: string): Promise<WebhookDelivery | null>;
  findTaskDeliveries(callerId: string, taskIds: readonly string[]): Promise<Map<string, WebhookDelivery[]>>;
  redeliver(callerId: string, id: string): Promise<WebhookDelivery | null>;
  /** `reason` says what would be right with the address. */
  sendTest(callerId: string, url: string): Promise<WebhookDelivery | { reason: string }>;
  replay(callerId: string, window: ReplayWindow): Promise<Replayed>;
};

export function openWebhookDesk(room: DeskRoom): WebhookDesk {
  const { prisma } = room;
  return {
    nameWebhook: (callerId, url) => nameWebhook(room, callerId, url),
    readWebhookSecret: (callerId) => readWebhookSecret(room, callerId),
    rotateWebhookSecret: (callerId) => rotateWebhookSecret(room, callerId),
    listDeliveries: (callerId, page) => listDeliveries(room, callerId, page),
    findDelivery: (callerId, id) => findDelivery(room, callerId, id),
    findTaskDeliveries: (callerId, taskIds) => findTaskDeliveries(room, callerId, taskIds),
    async redeliver(callerId, id) {
      if (!(await redeliver(prisma, callerId, id))) return null;
      const delivery = await findDelivery(room, callerId, id);
      room.deliveryDue();
      return delivery;
    },
    async sendTest(callerId, url) {
      const outcome = await sendTest(room, callerId, url);
      if (outcome.kind === 'forbidden') return outcome;
      const delivery = await findDelivery(room, callerId, outcome.deliveryId);
      if (delivery === null) throw new Error('What was just stored is there.');
      room.deliveryDue();
      return delivery;
    },
    async replay(callerId, window) {
      const replayed = await replayDeliveries(prisma, callerId, window);
      room.deliveryDue();
      return replayed;
    },
  };
}
