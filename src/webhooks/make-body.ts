import type { Trail } from '../lib/trail.js';
import type { ClaimedDelivery } from './delivery.js';

/**
 * Gives an event and its task, in the fields that messages have. Throws when they cannot be given. However often it is
 * asked, the event is the same; links in it are made anew.
 */
export type RenderEvent = (callerId: string, taskId: string, version: number, trail: Trail) => Promise<object>;

/** What the body of a test says instead of an event. */
const TEST_DATA = {
  message: 'This is a test. Events of video tasks have the type video_task.… and the event as their data.',
};

/**
 * Makes the body of an attempt. It is made for each of them, from the stored event: a message that comes days late has links
 * that live as long as those of one that came at once. Within the hour they are the same, and so is every byte, unless a
 * provider settled a cost later than messages wait for it.
 */
export async function makeBody(
  renderEvent: RenderEvent,
  { id, callerId, taskId, requestId, traceparent, version, type, createdAt }: ClaimedDelivery,
): Promise<string> {
  const trail = { requestId: requestId ?? id, traceparent };
  const data = taskId === null || version === null ? TEST_DATA : await renderEvent(callerId, taskId, version, trail);
  return JSON.stringify({ type, timestamp: createdAt.toISOString(), data });
}
