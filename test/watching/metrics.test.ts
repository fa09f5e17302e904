import { expect, test } from 'vitest';
import { createDisposal } from '../../src/lib/disposal.js';
import { startEvolinkDouble } from '../providers/doubles/evolink.mjs';
import { graphql } from '../support/graphql/gql.js';
import { openSocket, subscribe } from '../support/graphql-client.js';
import { scrape } from '../support/read-samples.js';
import { startGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { createPostgres, hasPostgres } from '../support/test-database.js';
import { createTask, findTask } from '../support/video-tasks.js';
import { openWebhookReceiver } from '../support/webhook-receiver.js';

const WATCH = graphql(`
  subscription MetricsWatch($id: ID!) {
    videoTaskUpdated(id: $id, afterVersion: 0) {
      version
    }
  }
`);

test.skipIf(!(await hasPostgres()))('each node counts what it does, and all of them what is to be done', async () => {
  await using stack = createDisposal();
  const folder = stack.use(await createTemporaryDirectory());
  const evolink = stack.use(await startEvolinkDouble({ videoPath: await makeShortClip(folder.path), generationMs: 0 }));
  const receiver = stack.use(await openWebhookReceiver());
  const { url } = stack.use(await createPostgres());
  const price = { P720: 0.1, P1080: 0.15 };
  const { key: apiKey, baseUrl, filesBaseUrl } = evolink;
  const shared = {
    database: { kind: 'postgres', url },
    providers: [{ name: 'EVOLINK', apiKey, baseUrl, filesBaseUrl, price }],
  } as const;
  const api = stack.use(await startGateway({ config: { ...shared, role: 'api' } }));
  const { dataDir } = api;

  const waiting = await createTask(api.url, { prompt: 'A lamp', durationSeconds: 2, webhook: { url: receiver.url } });
  const before = await scrape(api.url);
  expect(before.get('reelay_results_unfinished{phase="QUEUED",provider="EVOLINK"}')).toBe(1);
  expect(before.get('reelay_results_unfinished{phase="SECURING",provider="EVOLINK"}')).toBe(0);

  const socket = openSocket(api.url);
  stack.use({ [Symbol.asyncDispose]: async () => void (await socket.dispose()) });
  const events = subscribe(socket, WATCH, { id: waiting.id });
  expect(await events.next()).toMatchObject({ value: { videoTaskUpdated: { version: 1 } } });
  const watching = await scrape(api.url);
  expect(watching.get('reelay_sockets_open{}')).toBe(1);
  expect(watching.get('reelay_subscriptions_open{}')).toBe(1);

  const worker = stack.use(await startGateway({ dataDir, config: { ...shared, role: 'worker' } }));
  let messages = 1;
  for (let next = await events.next(); next.done !== true; next = await events.next()) messages += 1;
  const done = await findTask(api.url, waiting.id);
  expect(done?.status).toBe('COMPLETED');
  await expect.poll(async () => (await scrape(worker.url)).get('reelay_webhook_attempts_total{outcome="2xx"}')).toBe(1);

  const asked = await scrape(api.url);
  expect(asked.get('reelay_tasks_created_total{mode="TEXT_TO_VIDEO"}')).toBe(1);
  const operations = (type: string, field: string) =>
    asked.get(`reelay_graphql_operations_total{code="OK",field="${field}",type="${type}"}`);
  expect(operations('mutation', 'createVideoTask')).toBe(1);
  expect(operations('query', 'videoTask')).toBe(1);
  expect(operations('subscription', 'videoTaskUpdated')).toBe(1);
  expect(asked.get('reelay_http_requests_total{method="POST",route="/graphql",status="200"}')).toBe(2);
  expect(asked.get('reelay_graphql_points_total{}')).toBeGreaterThan(10);
  expect(asked.get('reelay_subscription_messages_total{}')).toBe(messages);
  // What was stored before anybody watched is no lag.
  expect(asked.get('reelay_event_lag_seconds_count{}')).toBe(messages - 1);
  expect(asked.get('reelay_subscriptions_open{}')).toBe(0);
  expect(asked.get('reelay_tasks_finished_total{status="COMPLETED"}')).toBeUndefined();

  const worked = await scrape(worker.url);
  expect(worked.get('reelay_tasks_finished_total{status="COMPLETED"}')).toBe(1);
  expect(worked.get('reelay_results_finished_total{code="OK",provider="EVOLINK",status="COMPLETED"}')).toBe(1);
  expect(worked.get('reelay_spend_usd_total{provider="EVOLINK"}')).toBeCloseTo(0.2);
  for (const action of ['start', 'check']) {
    const name = `reelay_upstream_requests_total{action="${action}",outcome="2xx",provider="EVOLINK"}`;
    expect(worked.get(name)).toBe(evolink.count(action));
  }
  expect(worked.get('reelay_upstream_request_duration_seconds_count{action="start",provider="EVOLINK"}')).toBe(1);
  expect(worked.get('reelay_step_lateness_seconds_count{provider="EVOLINK",step="start"}')).toBe(1);
  expect(worked.get('reelay_step_lateness_seconds_count{provider="EVOLINK",step="check"}')).toBe(
    evolink.count('check'),
  );
  expect(worked.get('reelay_webhook_attempts_total{outcome="2xx"}')).toBe(receiver.messages.length);
  expect(worked.get('reelay_provider_available{provider="EVOLINK"}')).toBe(1);
  expect(worked.get('reelay_store_up{}')).toBe(1);
  expect(worked.get('process_cpu_seconds_total{}')).toBeGreaterThan(0);
});
