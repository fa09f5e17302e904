import type { PrismaClient } from '../database/generated/client.js';
import type { Trail } from '../lib/trail.js';
import type { ClaimedDelivery } from './delivery.js';

/** Gives an event and its task as the API does. Throws when they cannot be given. */
export type RenderEvent = (callerId: string, taskId: string, version: number, trail: Trail) => Promise<object>;

/** What the body of a test says instead of an event. */
const TEST_DATA = {
  message: 'This is a test. Events of video tasks have the type video_task.… and the event as their data.',
};

/**
 * Makes the body of a delivery and stores it, so that whatever happens, every repetition has the same bytes. Null when the
 * claim was taken over.
 */
export async function makeBody(
  { prisma, renderEvent }: { prisma: PrismaClient; renderEvent: RenderEvent },
  { id, lease, callerId, taskId, requestId, traceparent, version, type, createdAt }: ClaimedDelivery,
): Promise<string | null> {
  const trail = { requestId: requestId ?? id, traceparent };
  const data = taskId === null || version === null ? TEST_DATA : await renderEvent(callerId, taskId, version, trail);
  const body = JSON.stringify({ type, timestamp: createdAt.toISOString(), data });
  const stored = await prisma.$executeRaw`
    UPDATE webhook_deliveries SET body = ${body} WHERE id = ${id} AND lease = ${lease}::uuid AND body IS NULL`;
  return stored === 0 ? null : body;
}
