import { expect, test } from 'vitest';
import type { StartOutcome, VideoProvider, VideoRequest } from '../../src/providers/provider.js';
import { finished, linkedFile, request, SIGNAL, startOne, startService, type Double } from './dashscope-support.js';

const MINUTE_MS = 60_000;

/** What the double takes from a task that another program started, or that our lost start became. */
function bodyOf(prompt: string, parameters: Record<string, unknown> = {}, model = 'wan2.7-t2v') {
  return {
    model,
    input: { prompt },
    parameters: { resolution: '720P', ratio: '16:9', duration: 2, seed: 1, ...parameters },
  };
}

type Lost = { request?: VideoRequest; sentAt?: Date; known?: readonly (string | undefined)[] };

async function recover(provider: VideoProvider, lost: Lost = {}): Promise<StartOutcome | null> {
  const { request: asked = request({ prompt: 'a kitten' }), sentAt = new Date(), known = [] } = lost;
  const knownTaskIds = (ids: readonly string[]) => Promise.resolve(new Set(ids.filter((id) => known.includes(id))));
  const maySend = () => Promise.resolve(true);
  return provider.recover({ request: asked, sentAt, mayResend: true, maySend, knownTaskIds }, SIGNAL);
}

function unknown(message: RegExp) {
  return { kind: 'unknown', message: expect.stringMatching(message) };
}

/** The service once it has slow tasks, which never end within a test. */
function startSlowService() {
  return startService({ generationMs: ({ input }) => (/slow/.test(input.prompt) ? 10 * MINUTE_MS : 0) });
}

test('a start whose answer was lost is found again once the service tells its prompt', async () => {
  const { double, provider } = await startService({ generationMs: 400 });
  double.fail({ action: 'start', how: 'drop' });
  const sentAt = new Date();
  expect(await startOne(provider, { prompt: 'a kitten' })).toMatchObject({ kind: 'unknown' });
  // It is the only task of the account, but it may be anybody's.
  expect(await recover(provider, { sentAt })).toEqual(unknown(/1 tasks do not tell their prompts yet/));
  await expect.poll(() => recover(provider, { sentAt })).toMatchObject({ kind: 'started' });
  const outcome = await recover(provider, { sentAt });
  const taskId = double.starts[0]?.id;
  expect(outcome).toMatchObject({
    operation: { taskId },
    providerTaskId: taskId,
    actualPrompt: null,
    answer: { output: { orig_prompt: 'a kitten', task_id: taskId } },
  });
  expect(JSON.stringify(outcome)).not.toContain('Signature=');
  expect(await finished(provider, { taskId })).toMatchObject({ kind: 'completed' });
  expect(double.count('start')).toBe(1);
});

test('a service that tells the prompt early is believed early', async () => {
  const { double, provider } = await startService({ generationMs: MINUTE_MS, tellsPromptEarly: true });
  const taskId = double.addTask(bodyOf('a kitten'));
  expect(await recover(provider)).toMatchObject({ kind: 'started', providerTaskId: taskId });
});

test('the prompt that is looked for is the one that was sent', async () => {
  const { double, provider } = await startService();
  const asked = request({ prompt: ' a kitten ', shotType: 'MULTI' });
  const taskId = double.addTask(bodyOf('Generate a multi-shot video.  a kitten'));
  double.addTask(bodyOf('a kitten'));
  expect(await recover(provider, { request: asked })).toMatchObject({ kind: 'started', providerTaskId: taskId });
});

test('a start that is not in the list stays unknown: its row may still appear', async () => {
  const { double, provider } = await startService();
  expect(await recover(provider)).toEqual(unknown(/No task/));
  double.addTask(bodyOf('a puppy'));
  double.addTask(bodyOf('a kitten', {}, 'wan2.7-i2v'));
  expect(await recover(provider)).toEqual(unknown(/No task/));
  const taskId = double.addTask(bodyOf('a kitten'));
  expect(await recover(provider)).toMatchObject({ kind: 'started', providerTaskId: taskId });
});

test('a task that belongs to another result is never taken', async () => {
  const { double, provider } = await startService();
  const known = [double.addTask(bodyOf('a kitten'))];
  expect(await recover(provider, { known })).toEqual(unknown(/No task/));
  expect(double.count('check')).toBe(0);
  const taskId = double.addTask(bodyOf('a kitten'));
  expect(await recover(provider, { known })).toMatchObject({ kind: 'started', providerTaskId: taskId });
});

test('of two tasks with the same prompt none is taken', async () => {
  const { double, provider } = await startService();
  const [first] = [double.addTask(bodyOf('a kitten')), double.addTask(bodyOf('a kitten', { seed: 2 }))];
  expect(await recover(provider)).toEqual(unknown(/2 tasks have this prompt/));
  expect(await recover(provider, { known: [first] })).toMatchObject({ kind: 'started' });
});

test('a task that may still turn out to be ours is waited for', async () => {
  const { double, provider } = await startSlowService();
  const taskId = double.addTask(bodyOf('a kitten'));
  const slow = double.addTask(bodyOf('something slow'));
  expect(await recover(provider)).toEqual(unknown(/1 tasks do not tell/));
  expect(await recover(provider, { known: [slow] })).toMatchObject({ kind: 'started', providerTaskId: taskId });
});

test('a task that failed without telling its prompt stands in no way, and is not taken', async () => {
  const { double, provider } = await startService({
    outcomeOf: ({ input }) => (input.prompt === 'fails' ? { kind: 'fail' } : { kind: 'succeed' }),
  });
  double.addTask(bodyOf('fails'));
  expect(await recover(provider, { request: request({ prompt: 'fails' }) })).toEqual(unknown(/No task/));
  const taskId = double.addTask(bodyOf('a kitten'));
  expect(await recover(provider)).toMatchObject({ kind: 'started', providerTaskId: taskId });
});

test.each([{ resolution: '1080P' }, { duration: 3 }, { ratio: '1:1' }])(
  'a task with our prompt and another %o is another one',
  async (parameters) => {
    const { double, provider } = await startService();
    double.addTask(bodyOf('a kitten', parameters));
    expect(await recover(provider)).toEqual(unknown(/No task/));
  },
);

test.each([
  { name: 'three minutes before it was sent', at: -3, isTaken: false },
  { name: 'a minute before, as clocks differ', at: -1, isTaken: true },
  { name: 'two minutes after', at: 2, isTaken: true },
  { name: 'four minutes after, when nobody waited any more', at: 4, isTaken: false },
])('a task that was created $name: taken $isTaken', async ({ at, isTaken }) => {
  const { double, provider } = await startService();
  const sentAt = new Date(Date.now() - 10 * MINUTE_MS);
  double.addTask(bodyOf('a kitten'), { at: sentAt.getTime() + at * MINUTE_MS });
  expect(await recover(provider, { sentAt })).toMatchObject({ kind: isTaken ? 'started' : 'unknown' });
});

test('a start with input files is never guessed: another caller may have the same prompt', async () => {
  const { double, provider } = await startService();
  const picture = linkedFile('image/png', 'https://media.example.com/me.png');
  double.addTask(bodyOf('make it move', {}, 'wan2.7-i2v'));
  const asked = request({ mode: 'IMAGE_TO_VIDEO', prompt: 'make it move', inputs: { firstFrame: picture } });
  expect(await recover(provider, { request: asked })).toEqual(unknown(/input files/));
  expect(double.requests).toEqual([]);
});

/** Tasks of other programs, a second apart, each one older than the one before. */
function addForeignTasks(double: Double, count: number, newestAt: number): void {
  for (let number = 0; number < count; number += 1) {
    double.addTask(bodyOf(`foreign ${number}`), { at: newestAt - number * 1000 });
  }
}

test('the list is read over its pages, and no further than to the time of the start', async () => {
  const { double, provider } = await startService();
  const sentAt = new Date(Date.now() - 60 * MINUTE_MS);
  addForeignTasks(double, 25, Date.now());
  const taskId = double.addTask(bodyOf('a kitten'), { at: sentAt.getTime() });
  addForeignTasks(double, 40, sentAt.getTime() - 10 * MINUTE_MS);
  expect(await recover(provider, { sentAt })).toMatchObject({ kind: 'started', providerTaskId: taskId });
  expect(double.requests.filter(({ action }) => action === 'list').map(({ search }) => search)).toEqual(
    [1, 2, 3].map((page) => `?page_no=${page}&page_size=10&model_name=wan2.7-t2v`),
  );
  expect(double.count('check')).toBe(1);
});

test('an account with too many tasks leaves the start unknown', async () => {
  const { double, provider } = await startService();
  const sentAt = new Date(Date.now() - 60 * MINUTE_MS);
  double.addTask(bodyOf('a kitten'), { at: sentAt.getTime() });
  addForeignTasks(double, 205, Date.now());
  expect(await recover(provider, { sentAt })).toEqual(unknown(/more than 200 tasks/));
  expect(double.count('list')).toBe(20);
});

test('more tasks at the same time than can be looked at leave the start unknown', async () => {
  const { double, provider } = await startService();
  double.addTask(bodyOf('a kitten'));
  addForeignTasks(double, 20, Date.now());
  expect(await recover(provider)).toEqual(unknown(/21 tasks were created/));
  expect(double.count('check')).toBe(0);
});

test('a row of another model is ruled out by its name, one of a dated edition is not', async () => {
  const { double, provider } = await startService();
  const [other, dated] = [double.addTask(bodyOf('a kitten')), double.addTask(bodyOf('a kitten'))];
  const times = { status: 'SUCCEEDED', gmt_create: Date.now() };
  const data = [
    { ...times, task_id: other, model_name: 'wan2.7-t2v2' },
    { ...times, task_id: dated, model_name: 'wan2.7-t2v-2026-06-12' },
  ];
  double.fail({ action: 'list', how: 'answer', answer: { status: 200, body: { data, total_page: 1 } } });
  expect(await recover(provider)).toMatchObject({ kind: 'started', providerTaskId: dated });
});

test('a row without a time or a model cannot be ruled out', async () => {
  const { double, provider } = await startSlowService();
  const taskId = double.addTask(bodyOf('slow'));
  const answer = { status: 200, body: { data: [{ task_id: taskId, status: 'RUNNING' }], total_page: 1 } };
  double.fail({ action: 'list', how: 'answer', answer });
  double.addTask(bodyOf('a kitten'));
  expect(await recover(provider)).toEqual(unknown(/do not tell/));
  expect(double.count('check')).toBe(1);
});

test.each([
  { action: 'list', how: 'drop' },
  { action: 'list', how: 'truncate' },
  { action: 'list', how: 'answer', answer: { status: 429, body: { code: 'Throttling', message: 'slow down' } } },
  { action: 'list', how: 'answer', answer: { status: 401, body: { code: 'InvalidApiKey', message: 'no' } } },
  { action: 'list', how: 'answer', answer: { status: 200, body: { request_id: 'r' } } },
  { action: 'check', how: 'drop' },
  { action: 'check', how: 'answer', answer: { status: 500, body: '' } },
] as const)('trouble while looking leaves the start unknown: %o', async (fault) => {
  const { double, provider } = await startService();
  double.addTask(bodyOf('a kitten'));
  double.addTask(bodyOf('a puppy'));
  double.fail(fault);
  expect(await recover(provider)).toMatchObject({ kind: 'unknown', unanswered: true });
  expect(await recover(provider)).toMatchObject({ kind: 'started' });
});
