import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { openDatabase } from '../../src/database/open-database.js';
import { createDataDirectory, type DataDirectory } from '../support/data-directory.js';
import { createDirectedProvider } from '../support/directed-provider.js';
import { failed } from '../support/outcomes.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTask, isFinished, untilTask } from '../support/video-tasks.js';

/** What must not be seen outside. */
const SECRET = 'the inside of the gateway';

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z.array(
    z.object({
      message: z.string(),
      path: z.array(z.union([z.string(), z.number()])).optional(),
      extensions: z.object({ code: z.string().optional(), requestId: z.string().optional() }).optional(),
    }),
  ),
});
type Answer = z.infer<typeof answerSchema>;

const messageSchema = z.object({ type: z.string(), payload: z.unknown().optional() });

let directory: DataDirectory;
let gateway: TestGateway;
let taskId: string;
const logged: string[] = [];

/** A finished task, one of whose stored events no version of the gateway can read. */
beforeAll(async () => {
  directory = await createDataDirectory();
  const providers = [createDirectedProvider(() => failed('PROVIDER_FAILED'))];
  {
    await using first = await startGateway({ providers, dataDir: directory.path });
    ({ id: taskId } = await createTask(first.url, { prompt: 'spoil me' }));
    await untilTask(first.url, taskId, isFinished);
  }
  {
    await using database = await openDatabase({ kind: 'pglite', dataDir: directory.path });
    await database.prisma.videoTaskEvent.updateMany({
      where: { taskId, version: 2 },
      data: { state: { status: SECRET } },
    });
  }
  const stream = new Writable({
    write: (line, _encoding, done) => {
      logged.push(String(line));
      done();
    },
  });
  gateway = await startGateway({ providers, dataDir: directory.path, logger: pino({ level: 'warn' }, stream) });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
});

async function overHttp(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return answerSchema.parse(await response.json());
}

/** One operation on a socket of its own: its first answer with errors, and how the socket ended when it is told to. */
async function overSocket(
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer & { stillOpen: boolean }> {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const messages: unknown[] = [];
  try {
    return await new Promise((resolve, reject) => {
      socket.on('open', () => socket.send('{"type":"connection_init"}'));
      socket.on('error', reject);
      socket.on('close', (code, reason) =>
        reject(new Error(`closed: ${code} ${String(reason)} after ${JSON.stringify(messages)}`)),
      );
      socket.on('message', (text) => {
        const message = messageSchema.parse(JSON.parse(z.instanceof(Buffer).parse(text).toString()));
        messages.push(message);
        if (message.type === 'connection_ack') {
          socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } }));
        }
        const given = message.type === 'error' ? { data: null, errors: message.payload } : message.payload;
        const answer = answerSchema.safeParse(given);
        if (answer.success) resolve({ ...answer.data, stillOpen: socket.readyState === WebSocket.OPEN });
        else if (message.type === 'complete') reject(new Error(`complete after ${JSON.stringify(messages)}`));
      });
    });
  } finally {
    socket.removeAllListeners('close');
    socket.terminate();
  }
}

function expectMasked({ errors }: Answer): void {
  expect(errors).toHaveLength(1);
  const [error] = errors;
  const requestId = error?.extensions?.requestId ?? '';
  expect(error?.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
  expect(requestId).not.toBe('');
  expect(error?.message).toBe(`Something went wrong here. Quote ${requestId} when you report it.`);
  expect(JSON.stringify(errors)).not.toContain('ZodError');
  const lines = logged.filter((line) => line.includes(requestId));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('ZodError');
}

describe('an unexpected failure shows an id that the log explains, and nothing else', () => {
  const QUERY = 'query ($id: ID!) { videoTask(id: $id) { id events(first: 10) { type } } }';

  test('over HTTP', async () => {
    const answer = await overHttp(QUERY, { id: taskId });
    expectMasked(answer);
    expect(answer.errors[0]?.path).toEqual(['videoTask', 'events']);
  });

  test('in a query over WebSocket', async () => {
    const answer = await overSocket(QUERY, { id: taskId });
    expectMasked(answer);
    expect(answer.data).toEqual({ videoTask: null });
  });

  test('in the middle of a subscription, which leaves the socket open', async () => {
    const query = 'subscription ($id: ID!) { videoTaskUpdated(id: $id, afterVersion: 0) { version } }';
    const answer = await overSocket(query, { id: taskId });
    expectMasked(answer);
    expect(answer.stillOpen).toBe(true);
  });

  test('outside of GraphQL', async () => {
    const response = await fetch(`${gateway.url}/media/%00/x?expires=1&signature=x`);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('rror:');
  });
});

describe('a mistake of the caller keeps its message', () => {
  const CREATE = 'mutation ($input: CreateVideoTaskInput!) { createVideoTask(input: $input) { replayed } }';

  test.each([
    ['text that is no document', 'query {', {}, 'Syntax Error: Expected Name, found <EOF>.'],
    ['a field that is not there', '{ viewer { age } }', {}, 'Cannot query field "age" on type "Viewer".'],
    ['a missing variable', CREATE, {}, 'Variable "$input" of required type "CreateVideoTaskInput!" was not provided.'],
    [
      'a variable of the wrong type',
      CREATE,
      { input: { durationSeconds: 'five' } },
      'Int cannot represent non-integer value: "five"',
    ],
    [
      'an unknown enum value',
      CREATE,
      { input: { quality: 'P4320' } },
      'Value "P4320" does not exist in "VideoQuality" enum.',
    ],
    ['a URL that is none', CREATE, { input: { inputs: { firstFrame: { url: 'here' } } } }, 'Invalid URL'],
    [
      'a literal URL that is none',
      'mutation { importMedia(input: { source: { url: "here" } }) { userErrors { code } } }',
      {},
      'Invalid URL',
    ],
    ['a literal time that is none', '{ videoTasks(filter: { createdAfter: "soon" }) { nodes { id } } }', {}, 'soon'],
    [
      'two sources at once',
      'mutation { importMedia(input: { source: { base64: "", assetId: "" } }) { userErrors { code } } }',
      {},
      'exactly one',
    ],
    [
      'an argument outside its range',
      '{ videoTasks(first: 101) { nodes { id } } }',
      {},
      '`first` must be 1 to 100, not 101.',
    ],
  ])('%s', async (_what, query, variables, message) => {
    for (const answer of [await overHttp(query, variables), await overSocket(query, variables)]) {
      expect(answer.errors[0]?.message).toContain(message);
      expect(answer.errors[0]?.extensions?.requestId).toEqual(expect.any(String));
      expect(answer.errors[0]?.extensions?.code).not.toBe('INTERNAL_SERVER_ERROR');
    }
  });

  test('and a document that cannot be read leaves the socket open', async () => {
    expect((await overSocket('subscription {')).stillOpen).toBe(true);
  });
});
