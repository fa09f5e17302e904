import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '../database/generated/client.js';
import { newId } from '../lib/new-id.js';
import type { FindSetAsideReason, VideoProvider } from '../providers/provider.js';
import type { Announcer } from './announcer.js';
import { estimateCost } from './estimate-cost.js';
import { findTask } from './find-tasks.js';
import { insertTask, type NewResult } from './insert-task.js';
import { isProviderWarning, providerWarnings } from './provider-warnings.js';
import { providersAbleTo } from './route-task.js';
import type { UserError, Warning } from './user-error.js';
import { isFinished, type ResultState, type VideoTask } from './video-task.js';

export type RetryTaskOutcome = { kind: 'retried'; task: VideoTask } | { kind: 'refused'; userErrors: UserError[] };

type Context = {
  prisma: PrismaClient;
  announcer: Announcer;
  /** In the operator's order of preference. */
  providers: readonly VideoProvider[];
  reasonSetAside: FindSetAsideReason;
};

/**
 * Makes a new task of the results that did not complete, with the same options and seeds. The old task stays as it is,
 * and the new one names it; it is new work, with start keys of its own. Who makes each result is chosen anew, unless the
 * caller had named one.
 */
export async function retryTask(context: Context, callerId: string, taskId: string): Promise<RetryTaskOutcome> {
  const old = await findTask(context.prisma, callerId, taskId);
  if (old === null) return refused('NOT_FOUND', 'You have no task with this id.');
  if (!isFinished(old.status)) return refused('NOT_RETRYABLE', `The task is still ${old.status}; cancel it first.`);
  const again = old.results.filter((result) => result.status !== 'COMPLETED');
  if (again.length === 0) return refused('NOT_RETRYABLE', 'All results of the task completed.');
  const routed = again.map((result) => ({ result, provider: route(context, old, result) }));
  const chosen = routed.flatMap(({ result, provider }) => (provider === null ? [] : [{ result, provider }]));
  if (chosen.length < routed.length) return refused('PROVIDER_UNAVAILABLE', unavailable(old));
  const warnings = warningsOf(context, old, new Set(chosen.map(({ provider }) => provider)));
  const task = await insertTask(context.prisma, context.announcer, {
    facts: { ...facts(old), id: newId('task'), taskUuid: null, retriedFromId: old.id, warnings },
    idempotencyKey: null,
    inputHash: '',
    results: chosen.map(({ result, provider }, index) => toNewResult(provider, old, result, index)),
  });
  if ('conflict' in task) throw new Error('A retry has no key that could be taken.');
  return { kind: 'retried', task };
}

/** The one that was named, or the first that can make the result as it stands, best one that works at the moment. */
function route({ providers, reasonSetAside }: Context, task: VideoTask, result: ResultState): VideoProvider | null {
  if (task.providerPinned) return providers.find(({ name }) => name === result.provider) ?? null;
  const able = providersAbleTo(providers, task, result.seed);
  return able.find(({ name }) => reasonSetAside(name) === null) ?? able[0] ?? null;
}

function unavailable({ providerPinned, results }: VideoTask): string {
  if (providerPinned) return `${results[0]?.provider ?? 'The provider'} is not set up here any more.`;
  return 'No provider that is set up here can make this any more.';
}

/** What was told about the input stays true; what was told about a provider is found out anew. */
function warningsOf({ reasonSetAside }: Context, task: VideoTask, chosen: ReadonlySet<VideoProvider>): Warning[] {
  const asked = { seed: null, isPinned: task.providerPinned };
  return [
    ...task.warnings.filter((warning) => !isProviderWarning(warning)),
    ...[...chosen].flatMap((provider) => providerWarnings(asked, provider, reasonSetAside)),
  ];
}

/** The options of a task, without what it has become. */
function facts(task: VideoTask) {
  const { callerId, model, mode, prompt, negativePrompt, shots, quality, aspectRatio, width, height } = task;
  const { durationSeconds, shotType, promptExtend, generateAudio, outputFormat, outputQuality } = task;
  const { ttlSeconds, safety, providerPinned, inputSeconds, inputs } = task;
  const picture = { quality, aspectRatio, width, height, durationSeconds, outputFormat, outputQuality };
  const content = { model, mode, prompt, negativePrompt, shots, shotType, promptExtend, generateAudio, inputs };
  return { callerId, ...picture, ...content, ttlSeconds, safety, providerPinned, inputSeconds };
}

function toNewResult(
  { name, capabilities }: VideoProvider,
  task: VideoTask,
  { seed }: ResultState,
  index: number,
): NewResult {
  const progressSource = capabilities.reportsProgress ? 'REPORTED' : 'ESTIMATED';
  const cost = estimateCost(capabilities, task);
  return { id: newId('result'), index, seed, provider: name, progressSource, cost, startKey: randomUUID() };
}

function refused(code: UserError['code'], message: string): RetryTaskOutcome {
  return { kind: 'refused', userErrors: [{ code, message, path: ['input', 'id'] }] };
}
