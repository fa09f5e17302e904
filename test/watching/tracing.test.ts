import { expect, test } from 'vitest';
import { z } from 'zod';
import { createDisposal } from '../../src/lib/disposal.js';
import { startEvolinkDouble } from '../providers/doubles/evolink.mjs';
import { openOtlpReceiver, type ReceivedSpan } from '../support/otlp-receiver.js';
import { startProcess } from '../support/start-process.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { createPostgres, hasPostgres } from '../support/test-database.js';
import { untilTask } from '../support/video-tasks.js';
import { openWebhookReceiver } from '../support/webhook-receiver.js';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT_ID = '00f067aa0ba902b7';

const CREATE = `mutation ($input: CreateVideoTaskInput!) { createVideoTask(input: $input) { task { id } } }`;
const answer = z.object({ data: z.object({ createVideoTask: z.object({ task: z.object({ id: z.string() }) }) }) });

test.skipIf(!(await hasPostgres()))('a task is one trace, over all nodes that have to do with it', async () => {
  await using stack = createDisposal();
  const folder = stack.use(await createTemporaryDirectory());
  const collector = stack.use(await openOtlpReceiver());
  const evolink = stack.use(await startEvolinkDouble({ videoPath: await makeShortClip(folder.path), generationMs: 0 }));
  const receiver = stack.use(await openWebhookReceiver());
  const database = stack.use(await createPostgres());
  const variables = {
    DATABASE_URL: database.url,
    SECRET: 'the secret of all nodes of this test',
    UNSAFE_ALLOW_PRIVATE_URLS: 'true',
    EVOLINK_API_KEY: evolink.key,
    EVOLINK_BASE_URL: evolink.baseUrl,
    EVOLINK_FILES_URL: evolink.filesBaseUrl,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '100',
  };
  const api = stack.use(startProcess(folder.path, null, { ...variables, ROLE: 'api', OTEL_SERVICE_NAME: 'front' }));
  const url = await api.url;
  const worker = stack.use(startProcess(folder.path, null, { ...variables, ROLE: 'worker', PUBLIC_URL: url }));
  await worker.url;

  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${TRACE_ID}-${PARENT_ID}-01` },
    body: JSON.stringify({
      query: CREATE,
      variables: {
        input: {
          prompt: 'A lamp',
          durationSeconds: 2,
          webhook: { url: receiver.url, events: ['COMPLETED'] },
        },
      },
    }),
  });
  expect(response.headers.get('x-request-id')).toBe(TRACE_ID);
  const { id: taskId } = answer.parse(await response.json()).data.createVideoTask.task;
  await untilTask(url, taskId, ({ status }) => status === 'COMPLETED');
  await expect.poll(() => receiver.messages.length).toBe(1);
  // What was traced last leaves when a node ends.
  worker.kill('SIGTERM');
  expect((await worker.ended).code).toBe(0);

  const trace = collector.spans.filter(({ traceId }) => traceId === TRACE_ID);
  const named = (name: string): ReceivedSpan => {
    const span = trace.find((each) => each.name === name);
    if (span === undefined) throw new Error(`There is no span ${name} but ${trace.map((each) => each.name).join()}.`);
    return span;
  };
  const operation = named('mutation createVideoTask');
  expect(operation).toMatchObject({ parentSpanId: PARENT_ID, service: 'front' });
  for (const step of ['start', 'check', 'secure', 'webhook']) {
    const span = named(step);
    expect(span).toMatchObject({ parentSpanId: operation.spanId, service: 'reelay' });
    expect(span.attributes.get('reelay.task.id')).toBe(taskId);
    expect(span.attributes.get('reelay.request.id')).toBe(TRACE_ID);
  }
  expect(named('EVOLINK start').parentSpanId).toBe(named('start').spanId);
  const checks = trace.filter(({ name }) => name === 'check').map(({ spanId }) => spanId);
  expect(checks).toContain(named('EVOLINK check').parentSpanId);
  // Traces are this installation's own.
  for (const { headers } of [...evolink.requests, ...receiver.messages]) expect(headers['traceparent']).toBeUndefined();
});

test('traces that nobody takes, or that are switched off, cost an answer nothing', async () => {
  await using stack = createDisposal();
  const ask = async (variables: Record<string, string>): Promise<string> => {
    const folder = stack.use(await createTemporaryDirectory());
    const server = stack.use(startProcess(folder.path, null, { OTEL_BSP_SCHEDULE_DELAY: '100', ...variables }));
    const body = JSON.stringify({ query: '{ viewer { name } }' });
    const headers = { 'content-type': 'application/json' };
    const asked = await fetch(`${await server.url}/graphql`, { method: 'POST', headers, body });
    expect(await asked.json()).toMatchObject({ data: { viewer: { name: 'local' } } });
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    return server.errors();
  };
  await using collector = await openOtlpReceiver();
  const closed = collector.url.replace(/\d+$/, '1');
  const [log] = await Promise.all([
    ask({ OTEL_EXPORTER_OTLP_ENDPOINT: closed }),
    ask({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SDK_DISABLED: 'true' }),
  ]);
  expect(log).toContain('traces are in trouble');
  expect(log).not.toContain('"level":50');
  expect(collector.raw).toEqual([]);
});
