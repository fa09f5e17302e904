import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '../database/generated/client.js';
import { newId } from '../lib/new-id.js';
import type { VideoProvider } from '../providers/provider.js';
import type { Announcer } from './announcer.js';
import { findTask } from './find-tasks.js';
import { insertTask, type NewResult } from './insert-task.js';
import type { UserError } from './user-error.js';
import { isFinished, type ResultState, type VideoTask } from './video-task.js';

export type RetryTaskOutcome = { kind: 'retried'; task: VideoTask } | { kind: 'refused'; userErrors: UserError[] };

type Context = { prisma: PrismaClient; announcer: Announcer; providers: readonly VideoProvider[] };

/**
 * Makes a new task of the results that did not complete, with the same options and seeds. The old task stays as it is,
 * and the new one names it; it is new work, with start keys of its own.
 */
export async function retryTask(context: Context, callerId: string, taskId: string): Promise<RetryTaskOutcome> {
  const old = await findTask(context.prisma, callerId, taskId);
  if (old === null) return refused('NOT_FOUND', 'You have no task with this id.');
  if (!isFinished(old.status)) return refused('NOT_RETRYABLE', `The task is still ${old.status}; cancel it first.`);
  const again = old.results.filter((result) => result.status !== 'COMPLETED');
  if (again.length === 0) return refused('NOT_RETRYABLE', 'All results of the task completed.');
  const missing = again.find(({ provider }) => !context.providers.some(({ name }) => name === provider));
  if (missing !== undefined) return refused('PROVIDER_UNAVAILABLE', `${missing.provider} is not set up here any more.`);
  const task = await insertTask(context.prisma, context.announcer, {
    facts: { ...facts(old), id: newId('task'), taskUuid: null, retriedFromId: old.id },
    idempotencyKey: null,
    inputHash: '',
    results: again.map(toNewResult),
  });
  if ('conflict' in task) throw new Error('A retry has no key that could be taken.');
  return { kind: 'retried', task };
}

/** The options of a task, without what it has become. */
function facts(task: VideoTask) {
  const { callerId, model, mode, prompt, negativePrompt, shots, quality, aspectRatio, width, height } = task;
  const { durationSeconds, shotType, promptExtend, generateAudio, outputFormat, outputQuality } = task;
  const { ttlSeconds, inputs, warnings } = task;
  const picture = { quality, aspectRatio, width, height, durationSeconds, outputFormat, outputQuality };
  const content = { model, mode, prompt, negativePrompt, shots, shotType, promptExtend, generateAudio, inputs };
  return { callerId, ...picture, ...content, ttlSeconds, warnings };
}

function toNewResult({ seed, provider, progressSource }: ResultState, index: number): NewResult {
  return { id: newId('result'), index, seed, provider, progressSource, startKey: randomUUID() };
}

function refused(code: UserError['code'], message: string): RetryTaskOutcome {
  return { kind: 'refused', userErrors: [{ code, message, path: ['input', 'id'] }] };
}
