import { z } from 'zod';
import { requestError } from './errors.js';

/** Cursors are opaque to clients and checked like any input when they come back. */
type CursorKind = 'task' | 'feed' | 'delivery';

export function taskCursor(taskId: string): string {
  return encode('task', taskId);
}

export function deliveryCursor(deliveryId: string): string {
  return encode('delivery', deliveryId);
}

export function feedCursor(position: number): string {
  return encode('feed', String(position));
}

/** The task id in a cursor of `videoTasks`. */
export function readTaskCursor(cursor: string, argument: string): string {
  return read('task', cursor, argument);
}

/** The delivery id in a cursor of `webhookDeliveries`. */
export function readDeliveryCursor(cursor: string, argument: string): string {
  return read('delivery', cursor, argument);
}

const position = z.coerce.number().int().min(0).max(2_147_483_647);

/** The position in a cursor of `videoTasksUpdated`, or in a list's `feedCursor`. */
export function readFeedCursor(cursor: string, argument: string): number {
  const parsed = position.safeParse(read('feed', cursor, argument));
  if (!parsed.success) throw invalid(argument);
  return parsed.data;
}

function encode(kind: CursorKind, value: string): string {
  return Buffer.from(`${kind}:${value}`).toString('base64url');
}

function read(kind: CursorKind, cursor: string, argument: string): string {
  const [given, value] = Buffer.from(cursor, 'base64url').toString().split(':');
  if (given !== kind || value === undefined || !/^[a-z0-9_]+$/.test(value)) throw invalid(argument);
  return value;
}

function invalid(argument: string) {
  return requestError('BAD_USER_INPUT', `\`${argument}\` is not a cursor of this list. Pass one back as it was given.`);
}
