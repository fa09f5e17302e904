import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '../database/generated/client.js';
import { newId } from '../lib/new-id.js';
import type { Trail } from '../lib/trail.js';
import type { FindSetAsideReason, VideoProvider } from '../providers/provider.js';
import type { Announcer } from './announcer.js';
import { estimateCost } from './estimate-cost.js';
import { findTask } from './find-tasks.js';
import { findInheritances } from './inherit-outputs.js';
import { insertInheritingTask } from './insert-inheriting-task.js';
import type { NewResult, NewTask } from './new-task.js';
import { isProviderWarning, providerWarnings } from './provider-warnings.js';
import { providersAbleTo } from './route-task.js';
import type { StoreTask } from './store-task.js';
import type { Cost } from './task.js';
import type { UserError, Warning } from './user-error.js';
import { isFinished, type ResultState, type VideoTask } from './video-task.js';

/** `fetchedAgain`: indexes of the new task's results that are not made again, as their videos are there and paid. */
export type RetryTaskOutcome =
  { kind: 'retried'; task: VideoTask; fetchedAgain: number[] } | { kind: 'refused'; userErrors: UserError[] };

type Context = {
  prisma: PrismaClient;
  announcer: Announcer;
  storeTask: StoreTask;
  /** In the operator's order of preference. */
  providers: readonly VideoProvider[];
  reasonSetAside: FindSetAsideReason;
};

/** What is made was paid with the first task. */
const FREE: Cost = { usd: 0, estimated: false };

/**
 * Makes a new task of the results that did not complete, with the same options and seeds. The old task stays as it is,
 * and the new one names it. A video that was made and paid, and only could not be fetched, is fetched again as long as it
 * may be there: no start, no cost. The others are new work, with start keys of their own, and who makes each is chosen
 * anew, unless the caller had named one.
 */
export async function retryTask(
  context: Context,
  callerId: string,
  taskId: string,
  trail: Trail,
): Promise<RetryTaskOutcome> {
  const old = await findTask(context.prisma, callerId, taskId);
  if (old === null) return refused('NOT_FOUND', 'You have no task with this id.');
  if (!isFinished(old.status)) return refused('NOT_RETRYABLE', `The task is still ${old.status}; cancel it first.`);
  const again = old.results.filter((result) => result.status !== 'COMPLETED');
  if (again.length === 0) return refused('NOT_RETRYABLE', 'All results of the task completed.');
  const paid = await findInheritances(context.prisma, context.providers, old);
  const routed = again.map((result) => ({ result, provider: route(context, old, result, paid.has(result.id)) }));
  const chosen = routed.flatMap(({ result, provider }) => (provider === null ? [] : [{ result, provider }]));
  if (chosen.length < routed.length) return refused('PROVIDER_UNAVAILABLE', unavailable(old));
  const made = chosen.filter(({ result }) => !paid.has(result.id)).map(({ provider }) => provider);
  const inheritances = new Map(
    chosen.flatMap(({ result }, index) => {
      const inherited = paid.get(result.id);
      return inherited === undefined ? [] : [[index, inherited]];
    }),
  );
  const warnings = warningsOf(context, old, new Set(made));
  const retry: NewTask = {
    facts: { ...facts(old), ...trail, id: newId('task'), taskUuid: null, retriedFromId: old.id, warnings },
    idempotencyKey: null,
    inputHash: '',
    results: chosen.map(({ result, provider }, index) => {
      return { ...toNewResult(provider, old, result, index), ...(paid.has(result.id) ? { cost: FREE } : {}) };
    }),
  };
  const task =
    inheritances.size === 0
      ? await context.storeTask(retry)
      : await insertInheritingTask(context.prisma, context.announcer, retry, inheritances);
  if (task !== null && 'kind' in task) return { kind: 'refused', userErrors: [task.error] };
  if (task === null) throw new Error('A retry has no key that could be taken.');
  return { kind: 'retried', task, fetchedAgain: [...inheritances.keys()] };
}

/** The one that has made it, or was named; otherwise the first that can make it as it stands, best one that works now. */
function route(
  { providers, reasonSetAside }: Context,
  task: VideoTask,
  result: ResultState,
  isMade: boolean,
): VideoProvider | null {
  if (isMade || task.providerPinned) return providers.find(({ name }) => name === result.provider) ?? null;
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
  const { ttlSeconds, uploadUrl, webhookId, webhookEvents, safety, providerPinned, inputSeconds, inputs } = task;
  const outcome = { ttlSeconds, uploadUrl, webhookId, webhookEvents };
  const picture = { quality, aspectRatio, width, height, durationSeconds, outputFormat, outputQuality };
  const content = { model, mode, prompt, negativePrompt, shots, shotType, promptExtend, generateAudio, inputs };
  return { callerId, ...picture, ...content, ...outcome, safety, providerPinned, inputSeconds };
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
