import { newId } from '../lib/new-id.js';
import type { StoredEventType } from './task.js';
import type { TaskFacts } from './video-task.js';

/** The id of the delivery that carries an event of the task; null when nobody is to be told of it. */
export function newDeliveryId(
  { webhookId, webhookEvents }: Pick<TaskFacts, 'webhookId' | 'webhookEvents'>,
  type: StoredEventType,
): string | null {
  return webhookId !== null && webhookEvents.includes(type) ? newId('delivery') : null;
}

/** What a delivery of an event of a task says that it carries. */
export const DELIVERY_TYPE_PREFIX = 'video_task.';
