import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storableText } from '../../src/lib/storable-text.js';
import { videoRequest } from '../support/video-request.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import * as dashscope from './dashscope-support.js';
import * as evolink from './evolink-support.js';
import * as runware from './runware-support.js';

const LINK = 'https://a.example/1.mp4';
/** With a NUL in it, as JSON can carry one. */
const ODD_LINK = 'https://a.example/\u00001.mp4';
const COMPLETED = { kind: 'completed', output: { kind: 'url', url: LINK } };

let database: TestDatabase;
beforeAll(async () => {
  database = await openEmbedded();
});
afterAll(() => database[Symbol.asyncDispose]());

/** PostgreSQL's own word on whether it stores a text, and JSON with it. */
function store(text: string) {
  return database.prisma.$queryRaw`SELECT ${text}::text AS text, ${JSON.stringify({ text })}::jsonb AS json`;
}

test.each(['a\0b', 'half \ud83d of a pair'])('%j is made into what PostgreSQL stores', async (text) => {
  await expect(store(text)).rejects.toThrow(/\w/);
  const storable = storableText.parse(text);
  expect(await store(storable)).toEqual([{ text: storable, json: { text: storable } }]);
});

test('any other text stays as it is', () => {
  const text = 'A kitten 🐱, “as before”\n\tand 中文';
  expect(storableText.parse(text)).toBe(text);
});

describe('what a service tells comes out storable', () => {
  test('of DashScope: the prompt, the link and the id', async () => {
    const { double, provider } = await dashscope.startService();
    const { operation, providerTaskId } = await dashscope.started(provider);
    const output = { task_id: `${providerTaskId}\0`, task_status: 'SUCCEEDED', video_url: ODD_LINK };
    const body = { output: { ...output, actual_prompt: 'a kit\0ten \ud83d' } };
    double.fail({ action: 'check', how: 'answer', answer: { status: 200, body } });
    const facts = { actualPrompt: 'a kitten \ufffd' };
    expect(await dashscope.checkOne(provider, operation)).toMatchObject({ ...COMPLETED, facts });
  });

  test('of DashScope: the id of a start', async () => {
    const { double, provider } = await dashscope.startService();
    const body = { output: { task_id: 'a-\0task', task_status: 'PENDING' } };
    double.fail({ action: 'start', how: 'answer', answer: { status: 200, body } });
    const kept = { operation: { taskId: 'a-task' }, providerTaskId: 'a-task' };
    expect(await dashscope.startOne(provider)).toMatchObject({ kind: 'started', ...kept });
  });

  test('of DashScope: an id of nothing else is none', async () => {
    const { double, provider } = await dashscope.startService();
    const body = { output: { task_id: '\0', task_status: 'PENDING' } };
    double.fail({ action: 'start', how: 'answer', answer: { status: 200, body } });
    expect((await dashscope.startOne(provider)).kind).toBe('unknown');
  });

  test('of EvoLink: the link, and the id of a start', async () => {
    await using service = await evolink.openEvolink();
    const created = { id: 'a-\0task', status: 'pending' };
    service.double.fail({ action: 'start', how: 'answer', answer: { status: 200, body: created } });
    const { operation, providerTaskId } = await evolink.started(service.adapter, videoRequest());
    expect(providerTaskId).toBe('a-task');
    const body = { id: 'a-\0task', status: 'completed\0', results: [ODD_LINK] };
    service.double.fail({ action: 'check', how: 'answer', answer: { status: 200, body } });
    expect(await evolink.check(service.adapter, operation)).toMatchObject(COMPLETED);
  });

  test('of Runware: the link', async () => {
    await using service = await runware.openRunware();
    const taskUUID = crypto.randomUUID();
    const body = { data: [{ taskType: 'videoInference', taskUUID, status: 'success', videoURL: ODD_LINK }] };
    service.double.fail({ action: 'check', how: 'answer', answer: { status: 200, body } });
    expect(await runware.checkOne(service.adapter, taskUUID)).toMatchObject(COMPLETED);
  });
});
