import { createClient as createStreamClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { HOSTILE_DOCUMENTS, type HostileDocument } from './hostile-documents.js';

type Refusal = { message: string; code: string };

const errorsSchema = z
  .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) }))
  .transform((errors) => errors.map(({ message, extensions: { code } }): Refusal => ({ message, code })));
const answerSchema = z.object({ errors: errorsSchema, data: z.null().optional() });

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ providers: [createScriptedProvider()] });
});
afterAll(() => gateway[Symbol.asyncDispose]());

async function byHttp({ query, variables }: Pick<HostileDocument, 'query' | 'variables'>, url = gateway.url) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, errors: answerSchema.parse(await response.json()).errors };
}

async function bySocket({ query, variables }: HostileDocument): Promise<Refusal[]> {
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  try {
    const answer = await client
      .iterate({ query, ...(variables === undefined ? {} : { variables }) })
      .next()
      .then(
        () => null,
        (errors: unknown) => errors,
      );
    return errorsSchema.parse(answer);
  } finally {
    await client.dispose();
  }
}

async function byStream({ query, variables }: HostileDocument): Promise<Refusal[]> {
  const client = createStreamClient({ url: `${gateway.url}/graphql/stream`, retryAttempts: 0 });
  try {
    const { value } = await client.iterate({ query, ...(variables === undefined ? {} : { variables }) }).next();
    return answerSchema.parse(value).errors;
  } finally {
    client.dispose();
  }
}

describe('a hostile document gets the same refusal on every transport', () => {
  test.each(HOSTILE_DOCUMENTS)('$name', async (document) => {
    const answered = await byHttp(document);
    expect(answered.status).toBe(400);
    expect(answered.errors.map(({ code }) => code)).toEqual(answered.errors.map(() => document.code));
    expect(answered.errors.length).toBeLessThanOrEqual(6);
    expect(await bySocket(document)).toEqual(answered.errors);
    expect(await byStream(document)).toEqual(answered.errors);
  });

  test('there are forty of them', () => expect(HOSTILE_DOCUMENTS).toHaveLength(40));
});

test('every answer tells what it cost, by its variables and the defaults of the schema', async () => {
  const query = 'query ($n: Int) { videoTasks(first: $n) { nodes { id results { video { id } } } } }';
  const costOf = async (variables: object, asked = query): Promise<{ cost?: unknown }> => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: asked, variables }),
    });
    return z.object({ extensions: z.object({ cost: z.unknown() }) }).parse(await response.json()).extensions;
  };
  expect(await costOf({ n: 1 })).toEqual({ cost: { points: 5, max: 1000 } });
  expect(await costOf({ n: 50 })).toEqual({ cost: { points: 250, max: 1000 } });
  expect(await costOf({})).toEqual({ cost: { points: 100, max: 1000 } });
  expect(await costOf({ n: null })).toEqual({ cost: { points: 100, max: 1000 } });
  // A variable that is left out has its default, and null has not.
  const withDefault = 'query ($n: Int = 5000) { videoTasks(first: $n) { nodes { id } } }';
  expect((await costOf({ n: null }, withDefault)).cost).toEqual({ points: 20, max: 1000 });
  expect((await byHttp({ query: withDefault })).errors[0]?.code).toBe('OPERATION_TOO_COSTLY');
  // What is remembered of a document is remembered by what it depends on.
  expect(await costOf({ n: 1 })).toEqual({ cost: { points: 5, max: 1000 } });
});

test('without introspection the schema is told neither when asked nor by suggestions', async () => {
  await using closed = await startGateway({
    providers: [createScriptedProvider()],
    config: { introspection: false },
  });
  const asked = await byHttp({ query: '{ __schema { queryType { name } } }' }, closed.url);
  expect(asked.status).toBe(400);
  expect(new Set(asked.errors.map(({ code }) => code))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
  expect((await fetch(`${closed.url}/schema.graphql`)).status).toBe(404);
  expect((await fetch(`${gateway.url}/schema.graphql`)).status).toBe(200);
  const misspelled = { query: '{ viewr { id } }' };
  expect((await byHttp(misspelled)).errors[0]?.message).toContain('Did you mean');
  expect((await byHttp(misspelled, closed.url)).errors[0]?.message).not.toContain('Did you mean');
});
