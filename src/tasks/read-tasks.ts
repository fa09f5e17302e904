import { Prisma, type PrismaClient } from '../database/generated/client.js';
import { columnOf } from '../database/column-of.js';
import type { VideoTaskModel } from '../database/generated/models.js';
import type { ResultFields } from './task-row.js';
import type { ResultState } from './video-task.js';

/** A task's row, with the part of its results that callers may see. */
export type StoredTask = VideoTaskModel & { results: ResultFields[] };

const RESULT_FIELDS: readonly (keyof ResultState)[] = [
  'id',
  'index',
  'status',
  'phase',
  'progress',
  'progressSource',
  'etaSeconds',
  'seed',
  'provider',
  'providerTaskId',
  'actualPrompt',
  'videoAssetId',
  'originalAssetId',
  'posterAssetId',
  'previewAssetId',
  'storyboard',
  'cost',
  'sensitive',
  'safetyVerdict',
  'uploadedTo',
  'uploadError',
  'error',
];

const TASK = Prisma.raw(
  Object.values(Prisma.VideoTaskScalarFieldEnum)
    .map((field) => `task.${columnOf(field)} AS "${field}"`)
    .join(', '),
);
const RESULT = Prisma.raw(RESULT_FIELDS.map((field) => `'${field}', result.${columnOf(field)}`).join(', '));

/**
 * The tasks of which a condition on `task` holds, each with its results as of the same moment.
 * @param condition may end with an order and a limit.
 */
export function readTasks(prisma: PrismaClient, condition: Prisma.Sql): Promise<StoredTask[]> {
  return prisma.$queryRaw<StoredTask[]>`
    SELECT ${TASK}, (
      SELECT json_agg(json_build_object(${RESULT})) FROM video_results AS result WHERE result.task_id = task.id
    ) AS results
    FROM video_tasks AS task WHERE ${condition}`;
}
