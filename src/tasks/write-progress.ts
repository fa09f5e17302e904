import { Prisma, type PrismaClient } from '../database/generated/client.js';
import type { Announcer } from './announcer.js';
import { toTask } from './task-row.js';
import { changeResult, type ResultChange, type Step } from './transitions.js';
import type { ResultState, VideoTask } from './video-task.js';
import { eventsOf, insertEvents, type Transaction } from './write-steps.js';

/** One step of progress of a claimed result, which may be claimed again after `inMs`. */
export type Progress = {
  taskId: string;
  resultId: string;
  index: number;
  lease: string;
  change: ResultChange & { kind: 'progressed' };
  inMs: number;
};

/** A task before and after its steps. */
type Written = { before: VideoTask; after: VideoTask; steps: Step[] };
type Moved = { progress: Progress; state: ResultState };

/**
 * Writes the progress of many results, and their events, in one transaction, and ends their claims: a transaction for
 * each would cost more than looking them up. What someone else moved first is left out. Throws, and writes nothing, when
 * a claim is taken over in the same moment.
 */
export async function writeProgress(
  prisma: PrismaClient,
  announcer: Announcer,
  progress: readonly Progress[],
): Promise<void> {
  if (progress.length === 0) return;
  const written = await prisma.$transaction((transaction) => writeAll(transaction, progress));
  for (const { after } of written) announcer.taskChanged(after);
}

async function writeAll(transaction: Transaction, progress: readonly Progress[]): Promise<Written[]> {
  const ids = [...new Set(progress.map(({ taskId }) => taskId))];
  // In one order for all, so that two rounds never wait for each other.
  const locked = await transaction.$queryRaw<{ now: Date }[]>`
    SELECT clock_timestamp() AS now FROM video_tasks WHERE id IN (${Prisma.join(ids)}) ORDER BY id FOR UPDATE`;
  const now = locked.at(-1)?.now;
  if (now === undefined) return [];
  const rows = await transaction.videoTask.findMany({ where: { id: { in: ids } }, include: { results: true } });
  const leases = new Map(rows.flatMap((row) => row.results.map(({ id, lease }) => [id, lease])));
  const written: Written[] = [];
  const moved: Moved[] = [];
  for (const row of rows) {
    const before = toTask(row, row.results);
    const steps: Step[] = [];
    let after = before;
    for (const each of progress.filter(({ taskId }) => taskId === row.id)) {
      const more = leases.get(each.resultId) === each.lease ? changeResult(after, each.index, each.change, now) : null;
      const state = more?.at(-1)?.state;
      const result = state?.results.find(({ index }) => index === each.index);
      if (more === null || state === undefined || result === undefined) continue;
      steps.push(...more);
      after = { ...after, ...state, version: before.version + steps.length };
      moved.push({ progress: each, state: result });
    }
    if (steps.length > 0) written.push({ before, after, steps });
  }
  if (written.length === 0) return [];
  await updateResults(transaction, moved);
  await updateTasks(transaction, written);
  await tellCallers(transaction, written, now);
  return written;
}

async function updateResults(transaction: Transaction, moved: readonly Moved[]): Promise<void> {
  const rows = moved.map(
    ({ progress: { resultId, lease, inMs }, state }) => Prisma.sql`(${resultId}, ${lease}::uuid, ${inMs}::float8,
      ${state.progress}::int, ${state.progressSource}::"ProgressSource", ${state.etaSeconds}::int)`,
  );
  const count = await transaction.$executeRaw`
    UPDATE video_results AS result
    SET progress = moved.progress, progress_source = moved.source, eta_seconds = moved.eta_seconds,
      lease = NULL, attempts = 0, misses = 0, due_at = now() + moved.in_ms * interval '1 millisecond'
    FROM (VALUES ${Prisma.join(rows)}) AS moved (id, lease, in_ms, progress, source, eta_seconds)
    WHERE result.id = moved.id AND result.lease = moved.lease`;
  if (count < moved.length) throw new Error('A claim was taken over while its progress was written.');
}

async function updateTasks(transaction: Transaction, written: readonly Written[]): Promise<void> {
  const rows = written.map(
    ({
      after,
    }) => Prisma.sql`(${after.id}, ${after.version}::int, ${after.status}::"VideoTaskStatus", ${after.progress}::int,
      ${after.progressSource}::"ProgressSource", ${after.etaSeconds}::int, ${after.startedAt}::timestamptz)`,
  );
  await transaction.$executeRaw`
    UPDATE video_tasks AS task
    SET version = moved.version, status = moved.status, progress = moved.progress, progress_source = moved.source,
      eta_seconds = moved.eta_seconds, started_at = moved.started_at
    FROM (VALUES ${Prisma.join(rows)}) AS moved (id, version, status, progress, source, eta_seconds, started_at)
    WHERE task.id = moved.id`;
}

/** Places in the feeds of callers are taken last, and in one order for all. */
async function tellCallers(transaction: Transaction, written: readonly Written[], at: Date): Promise<void> {
  const callers = [...new Set(written.map(({ before }) => before.callerId))].sort();
  for (const callerId of callers) {
    const events = written
      .filter(({ before }) => before.callerId === callerId)
      .flatMap(({ before, steps }) => eventsOf(before, steps));
    await insertEvents(transaction, callerId, events, at);
  }
}
