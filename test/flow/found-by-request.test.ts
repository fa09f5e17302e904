import { expect, test } from 'vitest';
import { z } from 'zod';
import { createDisposal } from '../../src/lib/disposal.js';
import { startEvolinkDouble } from '../providers/doubles/evolink.mjs';
import { startProcess } from '../support/start-process.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { createPostgres, hasPostgres } from '../support/test-database.js';
import { untilTask } from '../support/video-tasks.js';
import { openWebhookReceiver } from '../support/webhook-receiver.js';

const REQUEST_ID = 'front-end:7f3a/42';

const CREATE = `mutation ($input: CreateVideoTaskInput!) {
  createVideoTask(input: $input) { task { id } userErrors { message } }
}`;
const answer = z.object({ data: z.object({ createVideoTask: z.object({ task: z.object({ id: z.string() }) }) }) });
const logLine = z.looseObject({ msg: z.string(), requestId: z.string().nullish(), taskId: z.string().optional() });

function linesOf(log: string): z.infer<typeof logLine>[] {
  // The last one may still be on its way.
  return log
    .split('\n')
    .slice(0, -1)
    .map((line) => logLine.parse(JSON.parse(line)));
}

test.skipIf(!(await hasPostgres()))(
  'one id leads from a request over its task, on another node, to the service and the webhook',
  async () => {
    await using stack = createDisposal();
    const folder = stack.use(await createTemporaryDirectory());
    const evolink = stack.use(
      await startEvolinkDouble({ videoPath: await makeShortClip(folder.path), generationMs: 0 }),
    );
    const receiver = stack.use(await openWebhookReceiver());
    const database = stack.use(await createPostgres());
    const variables = {
      DATABASE_URL: database.url,
      SECRET: 'the secret of all nodes of this test',
      LOG_LEVEL: 'info',
      UNSAFE_ALLOW_PRIVATE_URLS: 'true',
      EVOLINK_API_KEY: evolink.key,
      EVOLINK_BASE_URL: evolink.baseUrl,
      EVOLINK_FILES_URL: evolink.filesBaseUrl,
    };
    const api = stack.use(startProcess(folder.path, null, { ...variables, ROLE: 'api' }));
    const url = await api.url;
    const first = stack.use(startProcess(folder.path, null, { ...variables, ROLE: 'worker', PUBLIC_URL: url }));
    await first.url;

    receiver.otherwise = (response) => response.writeHead(500).end();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': REQUEST_ID },
      body: JSON.stringify({
        query: CREATE,
        variables: { input: { prompt: 'A lamp', durationSeconds: 2, webhook: { url: receiver.url } } },
      }),
    });
    expect(response.headers.get('x-request-id')).toBe(REQUEST_ID);
    const { id: taskId } = answer.parse(await response.json()).data.createVideoTask.task;
    await untilTask(url, taskId, ({ status }) => status === 'COMPLETED');

    const starts = evolink.requests.filter(({ action }) => action === 'start');
    expect(starts.map(({ headers }) => headers['x-request-id'])).toEqual([REQUEST_ID]);
    await expect.poll(() => receiver.messages.length).toBeGreaterThan(0);
    expect(new Set(receiver.messages.map(({ headers }) => headers['x-request-id']))).toEqual(new Set([REQUEST_ID]));

    const about = () => linesOf(first.errors()).filter((line) => line.taskId === taskId);
    const told = ['a result was started', 'a result is completed', 'a webhook was not delivered'];
    await expect.poll(() => about().map(({ msg }) => msg)).toEqual(expect.arrayContaining(told));
    expect(new Set(about().map(({ requestId }) => requestId))).toEqual(new Set([REQUEST_ID]));

    // What the first worker knew, the next one finds in the store.
    first.kill('SIGKILL');
    await first.ended;
    const before = receiver.messages.length;
    const second = stack.use(startProcess(folder.path, null, { ...variables, ROLE: 'worker', PUBLIC_URL: url }));
    await second.url;
    await expect.poll(() => receiver.messages.length, { timeout: 60_000 }).toBeGreaterThan(before);
    expect(receiver.messages.at(-1)?.headers['x-request-id']).toBe(REQUEST_ID);
  },
);
