import { ensureCaller } from '../../../src/callers/named-caller.js';
import type { PrismaClient } from '../../../src/database/generated/client.js';
import { openReads } from '../../../src/events/open-reads.js';
import { createLogger } from '../../../src/lib/logger.js';
import type { PollerContext, PollerMedia } from '../../../src/poller/poller-context.js';
import type { ProviderHealth, VideoProvider } from '../../../src/providers/provider.js';
import { cancelTask } from '../../../src/tasks/cancel-task.js';
import { findTask } from '../../../src/tasks/find-tasks.js';
import { createInsertTask } from '../../../src/tasks/insert-task.js';
import type { VideoTask } from '../../../src/tasks/video-task.js';
import { keptOutput } from '../../support/kept-output.js';
import { newTask, type NewTaskOptions } from '../../support/new-task.js';
import { NO_INPUTS } from '../../support/video-request.js';

/** A database with one caller, in which a test plays the poller's rounds. */
export type PollerRoom = {
  prisma: PrismaClient;
  callerId: string;
  /** What the rounds of one worker get. Several providers are in the order of preference; all are well. */
  worker(
    name: string,
    providers: VideoProvider | readonly VideoProvider[],
    media?: Partial<PollerMedia>,
  ): PollerContext;
  insert(given?: number | NewTaskOptions): Promise<VideoTask>;
  task(id: string): Promise<VideoTask>;
  /** Cancels as a caller does; returns whether it is billed all the same. */
  cancel(id: string, provider: VideoProvider): Promise<boolean | null>;
  events(id: string): ReturnType<typeof events>;
  /** As if the time had come: everything unfinished can be claimed, leased or not. */
  makeDue(): Promise<void>;
  /** As if every deadline had passed. */
  makeOverdue(): Promise<void>;
  /** As if everything had begun more than a day ago, when services forget what they did. */
  makeForgotten(): Promise<void>;
  /** As if the time of every hold had passed. */
  endHolds(): Promise<void>;
  clear(): Promise<void>;
};

export const SILENT = {
  taskStored: () => undefined,
  taskChanged: () => undefined,
  taskDeleted: () => undefined,
  workDue: () => undefined,
};

const WELL: ProviderHealth = {
  isAvailable: () => true,
  reasonSetAside: () => null,
  isOnTrial: () => false,
  runStarts: (_name, start) => start(),
};

const KEPT: PollerMedia = {
  openInputs: async () => NO_INPUTS,
  fetchOutput: async () => ({ kind: 'unreachable', reason: 'No test wants it.' }),
  judgeSafety: async () => ({ kind: 'unjudged', reason: 'No test wants it.' }),
  rejectsSensitive: false,
  uploadOutput: async () => ({ kind: 'refused', reason: 'No test wants it.' }),
  dropOutput: async () => undefined,
  keepOutput: async ({ startKey }) => keptOutput(`asset-${startKey}`),
};

export async function openPollerRoom(prisma: PrismaClient): Promise<PollerRoom> {
  const { id: callerId } = await ensureCaller(prisma, 'local');
  const logger = createLogger('silent');
  const insertTask = createInsertTask(prisma, SILENT);
  return {
    prisma,
    callerId,
    worker: (worker, providers, media = {}) => ({
      prisma,
      announcer: SILENT,
      worker,
      logger,
      health: WELL,
      providers: 'name' in providers ? [providers] : providers,
      media: { ...KEPT, ...media },
      callbackUrl: () => null,
      watch: { run: (_step, _claims, work) => work() },
    }),
    insert: async (given = {}) => {
      const options = typeof given === 'number' ? { numberResults: given } : given;
      const task = await insertTask(newTask(callerId, options));
      if (task === null) throw new Error('There is no key that could conflict.');
      return task;
    },
    task: async (id) => found(await findTask(prisma, callerId, id)),
    cancel: async (id, provider) => {
      const outcome = await cancelTask({ prisma, announcer: SILENT, providers: [provider] }, callerId, id);
      if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.userErrors));
      return outcome.stillBilled;
    },
    events: (id) => events(prisma, callerId, id),
    makeDue: async () =>
      void (await prisma.$executeRaw`UPDATE video_results SET due_at = now() - interval '1 second' WHERE due_at IS NOT NULL`),
    makeOverdue: async () =>
      void (await prisma.$executeRaw`UPDATE video_results SET deadline_at = now() - interval '1 second'`),
    makeForgotten: async () =>
      void (await prisma.$executeRaw`UPDATE video_results SET sent_at = sent_at - interval '25 hours',
        started_at = started_at - interval '25 hours', generated_at = generated_at - interval '25 hours'`),
    endHolds: async () =>
      void (await prisma.$executeRaw`UPDATE video_results SET held_until = now() - interval '1 second'`),
    clear: async () => {
      await prisma.videoTask.deleteMany();
      await prisma.providerBudget.deleteMany();
    },
  };
}

async function events(prisma: PrismaClient, callerId: string, id: string) {
  const question = { callerId, taskId: id, afterVersion: 0, limit: 1000 };
  return found(await openReads(prisma).taskEvents(question)).events;
}

function found<Value>(value: Value | null): Value {
  if (value === null) throw new Error('There is no such task.');
  return value;
}
