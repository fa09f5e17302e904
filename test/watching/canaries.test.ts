import { PrismaPg } from '@prisma/adapter-pg';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { PrismaClient } from '../../src/database/generated/client.js';
import { createDisposal } from '../../src/lib/disposal.js';
import { startEvolinkDouble } from '../providers/doubles/evolink.mjs';
import { openOtlpReceiver } from '../support/otlp-receiver.js';
import { startProcess } from '../support/start-process.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { createPostgres, hasPostgres } from '../support/test-database.js';
import { openWebhookReceiver } from '../support/webhook-receiver.js';

/** Each is planted where such a secret is given, and must be found nowhere that is not its home. */
const CANARIES = {
  adminKey: 'canary-admin-key-0123456789abcdef0123',
  secret: 'canary-installation-secret-0123456789',
  metricsToken: 'canary-metrics-token-01234',
  providerKey: 'canary-provider-key-0123456789',
  databasePassword: 'canary-database-password',
  redisPassword: 'canary-redis-password',
  wrongKey: 'canary-key-that-nobody-made',
  webhookUser: 'canary-webhook-user',
  webhookQuery: 'canary-webhook-query',
  uploadQuery: 'canary-upload-query',
  collectorHeader: 'canary-collector-header',
  socketKey: 'canary-socket-key',
  requestPath: 'canary-request-path-query',
};
/** The prompt is the caller's own text: it stands with its task, and names the downloads. */
const PROMPT = 'canary prompt that only the task may tell';
const HOMES_OF_PROMPT = ['video_tasks.prompt', 'media_assets.file_name'];

/** Services repeat keys in their complaints. */
const WORDS = `Nobody may do that with ${CANARIES.providerKey}.`;
const UNSTARTED = 'canary whose start is refused';
const REFUSED = 'canary that the service refuses';

const CREATE = `mutation ($input: CreateVideoTaskInput!) {
  createVideoTask(input: $input) { task { id } userErrors { message } }
}`;
const created = z.object({ data: z.object({ createVideoTask: z.object({ task: z.object({ id: z.string() }) }) }) });

type Found = { canary: string; where: string };

function search(where: string, text: string): Found[] {
  return Object.entries(CANARIES).flatMap(([canary, value]) => (text.includes(value) ? [{ canary, where }] : []));
}

/** Every column of the database that a canary is in, as text or as bytes. */
async function searchDatabase(prisma: PrismaClient): Promise<Found[]> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
  const found: Found[] = [];
  for (const { name } of tables) {
    const rows = await prisma.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
      `SELECT to_jsonb(stored) AS row FROM "${name}" AS stored`,
    );
    for (const [column, value] of rows.flatMap(({ row }) => Object.entries(row))) {
      const text = JSON.stringify(value) ?? '';
      const bytes = /^"\\\\x([0-9a-f]+)"$/.exec(text)?.[1];
      found.push(...search(`${name}.${column}`, text));
      if (bytes !== undefined) found.push(...search(`${name}.${column}`, Buffer.from(bytes, 'hex').toString('latin1')));
      if (text.includes(PROMPT)) found.push({ canary: 'prompt', where: `${name}.${column}` });
    }
  }
  return found;
}

test.skipIf(!(await hasPostgres()))(
  'no secret is in a log, an error, a metric, a trace, or a column that is not its home',
  async () => {
    await using stack = createDisposal();
    const folder = stack.use(await createTemporaryDirectory());
    const collector = stack.use(await openOtlpReceiver());
    const receiver = stack.use(await openWebhookReceiver());
    const evolink = stack.use(
      await startEvolinkDouble({
        videoPath: await makeShortClip(folder.path),
        generationMs: 0,
        key: CANARIES.providerKey,
        outcomeOf: ({ prompt }) =>
          prompt === REFUSED ? { kind: 'fail', code: 'x', message: WORDS } : { kind: 'succeed' },
      }),
    );
    const matches = ({ body }: { body: { prompt?: string } }): boolean => body.prompt === UNSTARTED;
    const complaint = { error: { code: 'x', message: WORDS, type: 'x' } };
    evolink.fail({ action: 'check', times: 2, how: 'answer', answer: { status: 500, body: complaint } });
    evolink.fail({
      action: 'start',
      times: 1,
      when: 'before',
      how: 'answer',
      answer: { status: 503, body: complaint },
      matches,
    });
    const database = stack.use(await createPostgres());
    const url = new URL(database.url);
    url.password = CANARIES.databasePassword;
    const server = stack.use(
      startProcess(folder.path, null, {
        DATABASE_URL: url.href,
        REDIS_URL: `redis://:${CANARIES.redisPassword}@127.0.0.1:1`,
        SECRET: CANARIES.secret,
        ADMIN_KEY: CANARIES.adminKey,
        METRICS_TOKEN: CANARIES.metricsToken,
        EVOLINK_API_KEY: CANARIES.providerKey,
        EVOLINK_BASE_URL: evolink.baseUrl,
        EVOLINK_FILES_URL: evolink.filesBaseUrl,
        UNSAFE_ALLOW_PRIVATE_URLS: 'true',
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_EXPORTER_OTLP_HEADERS: `x-canary=${CANARIES.collectorHeader}`,
        OTEL_BSP_SCHEDULE_DELAY: '100',
        LOG_LEVEL: 'trace',
      }),
    );
    const base = await server.url;
    const answers: string[] = [];
    const ask = async (query: string, variables: object = {}, key = CANARIES.adminKey): Promise<unknown> => {
      const response = await fetch(`${base}/graphql?unused=${CANARIES.requestPath}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      answers.push(text);
      return JSON.parse(text);
    };
    await ask('{ viewer { name } }', {}, CANARIES.wrongKey);
    await ask('{ viewer { name ');
    const webhook = new URL(receiver.url);
    webhook.search = `token=${CANARIES.webhookQuery}`;
    receiver.otherwise = (response, { path }) => response.writeHead(path.startsWith('/put') ? 403 : 500).end('no');
    const input = {
      prompt: PROMPT,
      durationSeconds: 2,
      webhook: { url: webhook.href },
      output: { uploadUrl: `${receiver.url}/put?X-Amz-Signature=${CANARIES.uploadQuery}` },
    };
    const { id } = created.parse(await ask(CREATE, { input })).data.createVideoTask.task;
    // Refused, and told why.
    await ask(CREATE, { input: { ...input, webhook: { url: `http://${CANARIES.webhookUser}:x@127.0.0.1/` } } });

    const socket = new WebSocket(`${base.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise<void>((resolve, reject) => {
      const authorization = `Bearer ${CANARIES.socketKey}`;
      socket.on('error', reject);
      socket.on('close', (_code, reason) => {
        answers.push(String(reason));
        resolve();
      });
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })));
    });
    const broken = new WebSocket(`${base.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise<void>((resolve) => {
      broken.on('close', () => resolve());
      broken.on('error', () => undefined);
      broken.on('open', () => broken.send(`not a message but ${CANARIES.socketKey}`));
    });

    const refused = created.parse(await ask(CREATE, { input: { ...input, prompt: REFUSED } }));
    const unstarted = created.parse(await ask(CREATE, { input: { ...input, prompt: UNSTARTED } }));
    const STATUS = 'query ($id: ID!) { videoTask(id: $id) { status error { message } results { error { message } } } }';
    const done = z.object({ data: z.object({ videoTask: z.object({ status: z.string() }) }) });
    const statusOf = (taskId: string) => async (): Promise<string> =>
      done.parse(await ask(STATUS, { id: taskId })).data.videoTask.status;
    const patience = { timeout: 90_000, interval: 500 };
    await expect.poll(statusOf(id), patience).toBe('COMPLETED');
    await expect.poll(statusOf(refused.data.createVideoTask.task.id), patience).toBe('FAILED');
    expect(answers.at(-1)).toContain('Nobody may do that');
    await expect.poll(statusOf(unstarted.data.createVideoTask.task.id), patience).toBe('FAILED');
    await expect.poll(() => receiver.messages.length, { timeout: 30_000 }).toBeGreaterThan(2);
    const headers = { authorization: `Bearer ${CANARIES.metricsToken}` };
    const metrics = await (await fetch(`${base}/metrics`, { headers })).text();
    expect(metrics).toContain('reelay_tasks_created_total');
    server.kill('SIGTERM');
    await server.ended;

    const log = server.errors();
    expect(log).toContain('a webhook was not delivered');
    expect(collector.spans.length).toBeGreaterThan(0);
    const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.url }) });
    stack.use({ [Symbol.asyncDispose]: () => prisma.$disconnect() });
    const stored = await searchDatabase(prisma);
    // The collector is shown its own header.
    const traced = search('traces', collector.raw.join('\n')).filter(({ canary }) => canary !== 'collectorHeader');
    const told = [
      ...search('log', log),
      ...search('answers', answers.join('\n')),
      ...search('metrics', metrics),
      ...traced,
    ];
    const elsewhere = stored.filter(({ canary, where }) => canary !== 'prompt' || !HOMES_OF_PROMPT.includes(where));
    expect([...told, ...elsewhere]).toEqual([]);
    expect(stored.map(({ where }) => where)).toContain('video_tasks.prompt');
    for (const text of [log, metrics, collector.raw.join('\n')]) expect(text).not.toContain(PROMPT);
    // Whatever is written is a line of the log: nothing goes past it.
    for (const line of log.split('\n').filter((each) => each !== '')) expect(() => void JSON.parse(line)).not.toThrow();
  },
);
