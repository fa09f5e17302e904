import type { PrismaClient } from '../database/generated/client.js';
import type { Announcer } from './announcer.js';
import { findTask } from './find-tasks.js';
import { outputAssetIds } from './output-asset-ids.js';
import type { UserError } from './user-error.js';
import { isFinished } from './video-task.js';

export type DeleteTaskOutcome = { kind: 'deleted'; taskId: string } | { kind: 'refused'; userErrors: UserError[] };

type Context = {
  prisma: PrismaClient;
  announcer: Announcer;
  /** Deletes the caller's assets: rows first, then files. */
  deleteAssets: (callerId: string, assetIds: readonly string[]) => Promise<void>;
};

/**
 * Deletes a finished task with its events, results and the files made for it. Inputs stay: they may serve other tasks.
 * A task that still runs is refused, as deleting it would lose sight of work that may be paid for.
 */
export async function deleteTask(context: Context, callerId: string, taskId: string): Promise<DeleteTaskOutcome> {
  const task = await findTask(context.prisma, callerId, taskId);
  if (task === null) return refused('NOT_FOUND', 'You have no task with this id.');
  if (!isFinished(task.status)) return refused('NOT_DELETABLE', `The task is still ${task.status}; cancel it first.`);
  const stopping = await context.prisma.videoResult.count({ where: { taskId, stopping: true, status: 'CANCELLED' } });
  if (stopping > 0)
    return refused(
      'NOT_DELETABLE',
      'A provider still works on this task, and what it finishes is paid and will be kept; try again later.',
    );
  // Files first: a crash in between leaves a task without files, which can be deleted again, and no file without a task.
  await context.deleteAssets(callerId, task.results.flatMap(outputAssetIds));
  // The end of a task is no event, but it takes a place in its caller's feed: by the gap others see that a task is gone.
  await context.prisma.$transaction([
    context.prisma.videoTask.deleteMany({ where: { id: taskId, callerId } }),
    context.prisma.caller.update({ where: { id: callerId }, data: { feedPosition: { increment: 1 } } }),
  ]);
  context.announcer.taskDeleted(task);
  return { kind: 'deleted', taskId };
}

function refused(code: UserError['code'], message: string): DeleteTaskOutcome {
  return { kind: 'refused', userErrors: [{ code, message, path: ['input', 'id'] }] };
}
