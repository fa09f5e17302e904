import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Fault } from '../providers/doubles/double.mjs';
import { createDataDirectory, type DataDirectory } from '../support/data-directory.js';
import {
  checkBooks,
  isAbout,
  paidFor,
  sentFor,
  SERVICES,
  startPaidServices,
  type PaidServices,
  type ServiceName,
} from '../support/paid-services.js';
import { startProcess, type TestProcess } from '../support/start-process.js';
import { createTask, findTask, isFinished, untilTask, type TaskState } from '../support/video-tasks.js';

/** How a result ends, or START_UNKNOWN at OPEN when it still waits for what can never be proven. */
type Fate = { end: 'COMPLETED' | 'START_UNKNOWN' | 'OPEN'; paid: number; sent: number };

const AT_ONCE: Fate = { end: 'COMPLETED', paid: 1, sent: 1 };
const AGAIN: Fate = { end: 'COMPLETED', paid: 1, sent: 2 };
const PAID_OPENLY: Fate = { end: 'START_UNKNOWN', paid: 1, sent: 1 };
const UNPAID_OPENLY: Fate = { end: 'START_UNKNOWN', paid: 0, sent: 1 };
const LOOKED_FOR: Fate = { end: 'OPEN', paid: 0, sent: 1 };

const ACCEPTED = { EVOLINK: PAID_OPENLY, RUNWARE: AGAIN, DASHSCOPE: AT_ONCE };
const NOT_ACCEPTED = { EVOLINK: UNPAID_OPENLY, RUNWARE: AGAIN, DASHSCOPE: LOOKED_FOR };
const STALLED = { EVOLINK: PAID_OPENLY, RUNWARE: AGAIN };
const REFUSED = { EVOLINK: AGAIN, RUNWARE: AGAIN, DASHSCOPE: AGAIN };

type Trouble =
  | { how: 'drop' | 'truncate' | 'stall' }
  | { how: 'answer'; answer: { status: number; body: unknown; headers?: Record<string, string> } };

const BROKEN = { how: 'answer', answer: { status: 502, body: 'Bad Gateway' } } as const;
const TOO_MANY = {
  how: 'answer',
  answer: { status: 429, headers: { 'retry-after': '1' }, body: { code: 'Throttling', message: 'Too many requests.' } },
} as const;

type Row = {
  name: string;
  when: 'before' | 'after';
  trouble: Trouble;
  fates: Partial<Record<ServiceName, Fate>>;
};

const ROWS: readonly Row[] = [
  { name: 'reset after the start was accepted', when: 'after', trouble: { how: 'drop' }, fates: ACCEPTED },
  { name: 'reset before the start was accepted', when: 'before', trouble: { how: 'drop' }, fates: NOT_ACCEPTED },
  // In between, so that no five rounds in a row speak against a service: it would be set aside.
  { name: 'too many requests', when: 'before', trouble: TOO_MANY, fates: REFUSED },
  { name: 'cut off in its middle', when: 'after', trouble: { how: 'truncate' }, fates: ACCEPTED },
  { name: 'a server error after the start was accepted', when: 'after', trouble: BROKEN, fates: ACCEPTED },
  { name: 'a server error before the start was accepted', when: 'before', trouble: BROKEN, fates: NOT_ACCEPTED },
];
/** DashScope is waited for twice as long; a stall there is in the test that kills. */
const STALL: Row = { name: 'stalled until the time is up', when: 'after', trouble: { how: 'stall' }, fates: STALLED };
const ALL_ROWS = [...ROWS, STALL];

type Made = { prompt: string; task: TaskState };

let services: PaidServices;
/** A stall holds up every later start at its service: what it does to a gateway goes on at another one meanwhile. */
let nodes: { directory: DataDirectory; server: TestProcess }[];
const ends = new Map<string, Promise<Made>>();

/** All of them are under way before the first test looks: each one waits for its end, and none for another. */
beforeAll(async () => {
  services = await startPaidServices();
  nodes = await Promise.all([startNode(), startNode()]);
  const [url, stalled] = await Promise.all(nodes.map(({ server }) => server.url));
  if (url === undefined || stalled === undefined) throw new Error('There are two nodes.');
  await beginRow(stalled, STALL);
  for (const row of ROWS) await beginRow(url, row);
}, 300_000);
afterAll(async () => {
  for (const { server } of nodes) await server[Symbol.asyncDispose]();
  await services[Symbol.asyncDispose]();
  for (const { directory } of nodes) await directory[Symbol.asyncDispose]();
});

async function startNode() {
  const directory = await createDataDirectory();
  return { directory, server: startProcess(directory.path, null, services.variables) };
}

async function beginRow(url: string, { name, fates, ...row }: Row): Promise<void> {
  const cases = SERVICES.flatMap((service) => ({
    ...row,
    service,
    fate: fates[service],
    prompt: `${name} at ${service}`,
  }));
  for (const each of cases) if (each.fate !== undefined) await begin(url, each, each.fate);
  const isSent = ({ service, fate, prompt }: (typeof cases)[number]) =>
    fate === undefined || sentFor(services, service, prompt) > 0;
  // Runware takes many starts in one request: the next trouble must not be in it.
  await vi.waitUntil(() => cases.every(isSent), { timeout: 120_000 });
}

type Case = { prompt: string; service: ServiceName; when: 'before' | 'after'; trouble: Trouble };

async function begin(url: string, { prompt, service, when, trouble }: Case, fate: Fate): Promise<void> {
  const matches: Fault['matches'] = ({ body }) => isAbout(body, prompt);
  if (service === 'RUNWARE' && fate.sent === 2) services.hideUntilResent(prompt);
  services[service].fail({ ...trouble, action: 'start', when, matches });
  const { id } = await createTask(url, { prompt, provider: service });
  const task = fate.end === 'OPEN' ? untilLookedFor(url, id) : untilTask(url, id, isFinished);
  const made = task.then((ended) => ({ prompt, task: ended }));
  made.catch(() => undefined);
  ends.set(prompt, made);
}

const CASES = ALL_ROWS.flatMap(({ name, fates }) =>
  SERVICES.flatMap((service) => {
    const fate = fates[service];
    return fate === undefined ? [] : [{ name, service, fate }];
  }),
);

test.each(CASES)('$name, a start at $service is paid $fate.paid times and ends $fate.end', async (each) => {
  const { name, service, fate } = each;
  const prompt = `${name} at ${service}`;
  const { task } = (await ends.get(prompt)) ?? { task: null };
  const [result] = task?.results ?? [];
  const end = result?.phase === 'START_UNKNOWN' ? 'OPEN' : (result?.error?.code ?? result?.status);
  const sent = sentFor(services, service, prompt);
  expect({
    end,
    paid: paidFor(services, service, prompt).length,
    // Runware is asked again for as long as it does not answer.
    sent: service === 'RUNWARE' ? Math.min(sent, fate.sent) : sent,
  }).toEqual(fate);
});

test('in the end every paid start belongs to one result', async () => {
  const made = await Promise.all(ends.values());
  expect(made).toHaveLength(CASES.length);
  checkBooks(services, made);
});

/** Lost, and looked for in vain at least once. */
async function untilLookedFor(url: string, id: string): Promise<TaskState> {
  const lost = await untilTask(url, id, ({ results }) => results[0]?.phase === 'START_UNKNOWN');
  const lists = () => services.DASHSCOPE.requests.filter(({ action }) => action === 'list').length;
  const before = lists();
  await vi.waitUntil(() => lists() > before + 1, { timeout: 60_000 });
  return (await findTask(url, id)) ?? lost;
}
