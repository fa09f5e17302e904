import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startUpstreamGateway, type UpstreamGateway } from '../support/upstream-gateway.js';
import { create, createTask, isFinished, untilTask, type TaskState } from '../support/video-tasks.js';

let site: UpstreamGateway;

beforeAll(async () => {
  site = await startUpstreamGateway();
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(() => [site.evolink, site.runware, site.dashscope].forEach((double) => double.heal()));

const refusal = (status: number, type: string) =>
  ({
    action: 'start',
    when: 'before',
    how: 'answer',
    answer: { status, body: { error: { type, message: type } } },
  }) as const;

function untilAccepted(id: string): Promise<TaskState> {
  return untilTask(site.url, id, (task) => task.results[0]?.phase === 'GENERATING' || isFinished(task));
}

function startsOf(prompt: string) {
  return {
    EVOLINK: site.evolink.starts.filter(({ body }) => body.prompt === prompt).length,
    RUNWARE: site.runware.starts.filter(({ body }) => body.positivePrompt === prompt).length,
    DASHSCOPE: site.dashscope.starts.filter(({ body }) => body.input.prompt === prompt).length,
  };
}

test('the first provider in the order that can do it makes the video', async () => {
  const { id } = await createTask(site.url, { prompt: 'plain' });
  expect((await untilAccepted(id)).results[0]?.provider).toBe('EVOLINK');
  // EvoLink always makes a sound track, and DashScope too.
  const silent = await createTask(site.url, { prompt: 'silent', generateAudio: false });
  expect((await untilAccepted(silent.id)).results[0]?.provider).toBe('RUNWARE');
});

test('a provider that was named and cannot do it refuses before anything is spent', async () => {
  const { task, userErrors } = await create(site.url, {
    prompt: 'no',
    provider: 'EVOLINK',
    generateAudio: false,
  });
  expect(task).toBeNull();
  expect(userErrors).toMatchObject([
    { code: 'UNSUPPORTED_BY_PROVIDER', message: 'EVOLINK always makes a sound track.' },
  ]);
  expect(startsOf('no')).toEqual({ EVOLINK: 0, RUNWARE: 0, DASHSCOPE: 0 });
});

test('a refusal that proves nothing was started hands the result to the next provider', async () => {
  site.evolink.fail(refusal(402, 'insufficient_quota_error'));
  const { id } = await createTask(site.url, { prompt: 'no balance' });
  const task = await untilAccepted(id);
  expect(task.results[0]).toMatchObject({ provider: 'RUNWARE', phase: 'GENERATING' });
  expect(startsOf('no balance')).toEqual({ EVOLINK: 0, RUNWARE: 1, DASHSCOPE: 0 });
});

test('a provider that was named is not replaced', async () => {
  site.evolink.fail(refusal(402, 'insufficient_quota_error'));
  const { id } = await createTask(site.url, { prompt: 'pinned', provider: 'EVOLINK' });
  const task = await untilTask(site.url, id, isFinished);
  expect(task).toMatchObject({ status: 'FAILED', error: { code: 'PROVIDER_BALANCE' } });
  expect(startsOf('pinned')).toEqual({ EVOLINK: 0, RUNWARE: 0, DASHSCOPE: 0 });
});

test('content that one provider refuses is not offered to another', async () => {
  site.evolink.fail(refusal(400, 'content_policy_violation'));
  const { id } = await createTask(site.url, { prompt: 'refused' });
  const task = await untilTask(site.url, id, isFinished);
  expect(task).toMatchObject({ status: 'FAILED', error: { code: 'CONTENT_REJECTED' } });
  expect(startsOf('refused')).toEqual({ EVOLINK: 0, RUNWARE: 0, DASHSCOPE: 0 });
});

test('a lost answer is no refusal: nobody else starts it', async () => {
  site.evolink.fail({ action: 'start', how: 'drop' });
  const { id } = await createTask(site.url, { prompt: 'lost' });
  // Without a callback nobody can tell whether EvoLink works on it, so it fails openly.
  const task = await untilTask(site.url, id, isFinished);
  expect(task).toMatchObject({ status: 'FAILED', error: { code: 'START_UNKNOWN', billed: null } });
  expect(startsOf('lost')).toEqual({ EVOLINK: 1, RUNWARE: 0, DASHSCOPE: 0 });
});
