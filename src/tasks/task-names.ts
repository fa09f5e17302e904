import type { Transaction } from './write-steps.js';

/** What can stand for one task of a caller only: its idempotency key and its taskUUID, where it has them. */
type Named = { idempotencyKey: string | null; taskUuid: string | null };

/** The names of a task, as `readTakenNames` tells them. */
export function namesOf({ idempotencyKey, taskUuid }: Named): string[] {
  return [
    ...(idempotencyKey === null ? [] : [`key ${idempotencyKey}`]),
    ...(taskUuid === null ? [] : [`uuid ${taskUuid}`]),
  ];
}

/** Of these names those that tasks of the caller have already. */
export async function readTakenNames(
  client: Pick<Transaction, '$queryRaw'>,
  callerId: string,
  wanted: readonly Named[],
): Promise<Set<string>> {
  const keys = wanted.flatMap(({ idempotencyKey }) => idempotencyKey ?? []);
  const uuids = wanted.flatMap(({ taskUuid }) => taskUuid ?? []);
  if (keys.length + uuids.length === 0) return new Set();
  const taken = await client.$queryRaw<Named[]>`
    SELECT idempotency_key AS "idempotencyKey", task_uuid::text AS "taskUuid" FROM video_tasks
    WHERE caller_id = ${callerId} AND (idempotency_key = ANY(${keys}::text[]) OR task_uuid = ANY(${uuids}::uuid[]))`;
  return new Set(taken.flatMap(namesOf));
}
