import { ensureLocalCaller } from '../../../src/callers/local-caller.js';
import type { PrismaClient } from '../../../src/database/generated/client.js';
import { readTaskEvents } from '../../../src/events/event-store.js';
import { createLogger } from '../../../src/lib/logger.js';
import type { PollerContext, PollerMedia } from '../../../src/poller/poller-context.js';
import type { VideoProvider } from '../../../src/providers/provider.js';
import { cancelTask } from '../../../src/tasks/cancel-task.js';
import { findTask } from '../../../src/tasks/find-tasks.js';
import { insertTask } from '../../../src/tasks/insert-task.js';
import type { VideoTask } from '../../../src/tasks/video-task.js';
import { newTask } from '../../support/new-task.js';
import { NO_INPUTS } from '../../support/video-request.js';

/** A database with one caller, in which a test plays the poller's rounds. */
export type PollerRoom = {
  prisma: PrismaClient;
  /** What the rounds of one worker get. */
  worker(name: string, provider: VideoProvider, media?: Partial<PollerMedia>): PollerContext;
  insert(numberResults?: number): Promise<VideoTask>;
  task(id: string): Promise<VideoTask>;
  cancel(id: string, provider: VideoProvider): Promise<void>;
  events(id: string): ReturnType<typeof events>;
  /** As if the time had come: everything unfinished can be claimed, leased or not. */
  makeDue(): Promise<void>;
  /** As if every deadline had passed. */
  makeOverdue(): Promise<void>;
  /** As if the time of every hold had passed. */
  endHolds(): Promise<void>;
  clear(): Promise<void>;
};

const SILENT = { taskChanged: () => undefined, workDue: () => undefined };

const KEPT: PollerMedia = {
  openInputs: async () => NO_INPUTS,
  dropOutput: async () => undefined,
  keepOutput: async ({ startKey }) => ({ videoAssetId: `asset-${startKey}`, posterAssetId: null, expiresAt: null }),
};

export async function openPollerRoom(prisma: PrismaClient): Promise<PollerRoom> {
  const { id: callerId } = await ensureLocalCaller(prisma);
  const logger = createLogger('silent');
  return {
    prisma,
    worker: (worker, provider, media = {}) => {
      return { prisma, announcer: SILENT, providers: [provider], media: { ...KEPT, ...media }, worker, logger };
    },
    insert: async (numberResults = 1) => {
      const task = await insertTask(prisma, SILENT, newTask(callerId, { numberResults }));
      if ('conflict' in task) throw new Error('There is no key that could conflict.');
      return task;
    },
    task: async (id) => found(await findTask(prisma, callerId, id)),
    cancel: async (id, provider) =>
      void (await cancelTask({ prisma, announcer: SILENT, providers: [provider] }, callerId, id)),
    events: (id) => events(prisma, callerId, id),
    makeDue: async () =>
      void (await prisma.$executeRaw`UPDATE video_results SET due_at = now() - interval '1 second' WHERE due_at IS NOT NULL`),
    makeOverdue: async () =>
      void (await prisma.$executeRaw`UPDATE video_results SET deadline_at = now() - interval '1 second'`),
    endHolds: async () =>
      void (await prisma.$executeRaw`UPDATE video_results SET held_until = now() - interval '1 second'`),
    clear: async () => void (await prisma.videoTask.deleteMany()),
  };
}

async function events(prisma: PrismaClient, callerId: string, id: string) {
  return found(await readTaskEvents(prisma, callerId, id, 0, 1000));
}

function found<Value>(value: Value | null): Value {
  if (value === null) throw new Error('There is no such task.');
  return value;
}
