import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/database/open-database.js';
import { checkEvents } from '../support/check-events.js';
import { createDataDirectory } from '../support/data-directory.js';
import { SurviveKillWatchDocument } from '../support/graphql/graphql.js';
import { openSocket, subscribe } from '../support/graphql-client.js';
import {
  checkBooks,
  paidFor,
  sentFor,
  SERVICES,
  startPaidServices,
  type PaidServices,
  type ServiceName,
} from '../support/paid-services.js';
import { startProcess, type KillPoint } from '../support/start-process.js';
import { createTask, isFinished, untilTask, type TaskState } from '../support/video-tasks.js';

/** How a result must end, how often it is paid, and how often its start has been sent. */
type Fate = { end: 'COMPLETED' | 'START_UNKNOWN'; paid: number; sent: number };

const COMPLETED: Fate = { end: 'COMPLETED', paid: 1, sent: 1 };
/** The same UUID again: the service says that it has it, or takes it for the first time. */
const RESENT: Fate = { end: 'COMPLETED', paid: 1, sent: 2 };
const PAID_OPENLY: Fate = { end: 'START_UNKNOWN', paid: 1, sent: 1 };
const UNPAID_OPENLY: Fate = { end: 'START_UNKNOWN', paid: 0, sent: 0 };

type Life = {
  name: string;
  /** Whose tasks come to the point. */
  services: readonly ServiceName[];
  /** Null: killed from outside while every answer is still awaited. */
  point: Omit<KillPoint, 'mark' | 'occurrence'> | null;
  fates: Readonly<Partial<Record<ServiceName, Fate>>>;
};

const ALL_COMPLETED = { EVOLINK: COMPLETED, RUNWARE: COMPLETED, DASHSCOPE: COMPLETED };
const NOTHING_SENT = { EVOLINK: UNPAID_OPENLY, RUNWARE: COMPLETED, DASHSCOPE: UNPAID_OPENLY };
const ANSWER_LOST = { EVOLINK: PAID_OPENLY, RUNWARE: RESENT, DASHSCOPE: COMPLETED };

/** The moments before a start is sent. Inside a transaction nothing can wait for the others: one service a life there. */
const BEFORE: readonly Life[] = [
  {
    name: 'before STARTING is stored',
    services: ['EVOLINK'],
    point: { when: 'before', label: 'STARTING' },
    fates: ALL_COMPLETED,
  },
  {
    name: 'after STARTING is stored, before the permission to send',
    services: SERVICES,
    point: { when: 'before', label: 'permission', hold: true },
    fates: ALL_COMPLETED,
  },
  {
    name: 'after the permission to send',
    services: SERVICES,
    point: { when: 'after', label: 'permission', hold: true },
    fates: NOTHING_SENT,
  },
  {
    name: 'as the request is taken up',
    services: ['EVOLINK'],
    point: { when: 'before', label: 'request' },
    fates: NOTHING_SENT,
  },
];

/** The moments after it. */
const AFTER: readonly Life[] = [
  { name: 'after the request, before its answer', services: SERVICES, point: null, fates: ANSWER_LOST },
  {
    name: 'after the answer, before it is stored',
    services: ['EVOLINK'],
    point: { when: 'before', label: 'GENERATING' },
    fates: ANSWER_LOST,
  },
  {
    name: 'after the answer is stored',
    services: SERVICES,
    point: { when: 'after', label: 'GENERATING', hold: true },
    fates: ALL_COMPLETED,
  },
];

type Made = { prompt: string; service: ServiceName; id: string; fate: Fate };

/**
 * One data folder lives through all of it: each life makes new tasks and is killed at its point, while it settles what
 * the lives before it left behind.
 */
test.concurrent.each([
  { moments: 'before a start is sent', lives: BEFORE },
  { moments: 'after a start was sent', lives: AFTER },
])(
  'killed at every point $moments, no result is paid twice and none is lost',
  { timeout: 600_000 },
  async ({ lives }) => {
    await using services = await startPaidServices();
    await using directory = await createDataDirectory();
    const made: Made[] = [];
    for (const [number, life] of lives.entries()) {
      made.push(...(await liveUntilKilled(services, directory.path, `Life ${number}: `, life)));
    }
    // A list cannot prove that a task will never appear in it: DashScope's lost start is looked for until its deadline.
    const open = made.filter(({ service, fate }) => service === 'DASHSCOPE' && fate.end === 'START_UNKNOWN');
    if (open.length > 0) {
      const others = made.filter((each) => !open.includes(each));
      await fatesOf(services, directory.path, others);
      for (const each of open) await passDeadline(directory.path, each.id);
    }
    expect(await fatesOf(services, directory.path, made)).toEqual(made.map(expected));
  },
);

function expected({ prompt, fate }: Made) {
  return { prompt, ...fate, billed: null };
}

async function liveUntilKilled(
  services: PaidServices,
  dataDir: string,
  mark: string,
  { name, services: wanted, point, fates }: Life,
): Promise<Made[]> {
  const occurrence = wanted.length;
  await using server = startProcess(dataDir, point && { ...point, occurrence, mark }, services.variables);
  const url = await server.url;
  const made = wanted.map((service) => ({ service, prompt: `${mark}${service}` }));
  const tasks = made.map(async ({ service, prompt }) => {
    if (point === null) services[service].fail({ action: 'start', how: 'stall' });
    const fate = fates[service];
    if (fate === undefined) throw new Error(`Nobody says how ${prompt} ends.`);
    if (service === 'RUNWARE' && fate.sent === 2) services.hideUntilResent(prompt);
    const { id } = await createTask(url, { prompt, provider: service });
    return { service, prompt, id, fate };
  });
  const created = await Promise.all(tasks);
  if (point === null) {
    const answersAreAwaited = () => made.every(({ service, prompt }) => sentFor(services, service, prompt) === 1);
    await vi.waitUntil(answersAreAwaited, { timeout: 60_000 });
    server.kill('SIGKILL');
  }
  expect(await server.ended, `${name}: ${server.errors()}`).toMatchObject({ signal: 'SIGKILL' });
  expect(server.errors()).toContain(point === null ? '' : `killed ${point.when} ${point.label}`);
  return created;
}

/** Waits for the ends of all of them in one last life, looks into the books, and tells what became of each. */
async function fatesOf(services: PaidServices, dataDir: string, made: readonly Made[]) {
  await using server = startProcess(dataDir, null, services.variables);
  const url = await server.url;
  const ended = await Promise.all(made.map(async (each) => ({ ...each, task: await end(url, each.id) })));
  checkBooks(services, ended);
  return ended.map(({ prompt, service, fate, task }) => {
    const [result] = task.results;
    const sent = sentFor(services, service, prompt);
    return {
      prompt,
      end: result?.error?.code ?? result?.status,
      paid: paidFor(services, service, prompt).length,
      // A life that is killed while it settles a start leaves it to the next one, which sends it once more.
      sent: service === 'RUNWARE' ? Math.min(sent, fate.sent) : sent,
      billed: task.error?.billed ?? null,
    };
  });
}

/** The end of a task, and its whole history on the way: no version is missing, and nothing goes back. */
async function end(url: string, id: string): Promise<TaskState> {
  const task = await untilTask(url, id, isFinished);
  const client = openSocket(url);
  try {
    const events = [];
    for await (const { videoTaskUpdated } of subscribe(client, SurviveKillWatchDocument, { id, afterVersion: 0 })) {
      events.push(videoTaskUpdated);
    }
    checkEvents(events);
  } finally {
    await client.dispose();
  }
  return task;
}

/** While nobody runs, a task's time goes by. */
async function passDeadline(dataDir: string, taskId: string): Promise<void> {
  await using database = await openDatabase({ kind: 'pglite', dataDir });
  const [before] = await database.prisma.videoResult.findMany({ where: { taskId } });
  expect(before).toMatchObject({ phase: 'START_UNKNOWN', stopping: false });
  const past = new Date(0);
  await database.prisma.videoResult.updateMany({ where: { taskId }, data: { deadlineAt: past, dueAt: past } });
}
