import { z } from 'zod';
import type { PrismaClient } from '../database/generated/client.js';
import type { Json } from '../lib/json.js';
import type { VideoProvider } from '../providers/provider.js';
import { isForgotten } from './is-forgotten.js';
import { storedError, storedJson } from './stored.js';
import { changeResult } from './transitions.js';
import type { TaskErrorCode } from './task.js';
import type { VideoTask } from './video-task.js';
import { resultColumns, toColumn, writeSteps, type Transaction } from './write-steps.js';

/** A video that an earlier task's result paid for and could not fetch: its operation, as that result has stored it. */
export type Inheritance = {
  operation: Json;
  output: Json;
  actualPrompt: string | null;
  sensitive: boolean | null;
  sentAt: Date | null;
  startedAt: Date | null;
  generatedAt: Date;
};

/** How securing fails although the provider has made a video, and it was not looked into. */
const NOT_SECURED: readonly TaskErrorCode[] = ['OUTPUT_UNREACHABLE', 'INTERNAL'];

const storedLink = z.looseObject({ kind: z.literal('url'), madeAs: z.string().optional() });

/**
 * Which results of a finished task failed only in fetching a video that is made and paid, by their ids. It may still be
 * there for a day, at a provider that is set up.
 */
export async function findInheritances(
  prisma: PrismaClient,
  providers: readonly VideoProvider[],
  { id: taskId }: VideoTask,
): Promise<Map<string, Inheritance>> {
  const rows = await prisma.videoResult.findMany({
    where: { taskId, status: 'FAILED', provider: { in: providers.map(({ name }) => name) } },
  });
  const found = new Map<string, Inheritance>();
  for (const { id, generatedAt, providerTaskId, ...row } of rows) {
    const error = storedError.safeParse(row.error);
    const output = storedLink.safeParse(row.output);
    if (generatedAt === null || isForgotten(generatedAt) || !error.success || !output.success) continue;
    if (!NOT_SECURED.includes(error.data.code)) continue;
    const { actualPrompt, sensitive, sentAt, startedAt } = row;
    const [operation, link] = [storedJson.parse(row.operation), storedJson.parse(output.data)];
    const named = providerTaskId === null ? link : storedJson.parse({ ...output.data, madeAs: providerTaskId });
    found.set(id, { operation, output: named, actualPrompt, sensitive, sentAt, startedAt, generatedAt });
  }
  return found;
}

/**
 * Lets new results take over videos that are made and paid already: they go on with securing, without a start. The
 * provider's own id stays with the first result, as no two may have it.
 * @param inheritances by index of the result.
 */
export async function inheritOutputs(
  transaction: Transaction,
  task: VideoTask,
  inheritances: ReadonlyMap<number, Inheritance>,
): Promise<VideoTask> {
  const now = task.createdAt;
  let last = task;
  for (const [index, { operation, output, actualPrompt, sensitive, ...times }] of inheritances) {
    const steps = changeResult(last, index, { kind: 'inherited', actualPrompt, sensitive }, now);
    const after = steps?.at(-1)?.state.results.find((result) => result.index === index);
    if (steps === null || after === undefined) throw new Error('A new result is queued, so that it can inherit.');
    const work = { operation: toColumn(operation), output: toColumn(output), ...times };
    await transaction.videoResult.update({ where: { id: after.id }, data: { ...resultColumns(after), ...work } });
    last = await writeSteps(transaction, last, steps, now);
  }
  return last;
}
