import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { limitDepth } from '../../src/graphql/limit-depth.js';
import { openSocket } from '../support/graphql-client.js';
import { startGateway } from '../support/start-gateway.js';

const SCHEMA = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const NESTED = '{ videoTask(id: "task_1") { events { task { events { version } } } } }';

function refusals(document: string): string[] {
  return validate(SCHEMA, parse(document), [...specifiedRules, limitDepth]).map(({ message }) => message);
}

test('what a page needs is allowed, and introspection is not counted', () => {
  expect(refusals('{ videoTasks { edges { node { events { task { results { video { url } } } } } } } }')).toEqual([]);
  expect(refusals(getIntrospectionQuery())).toEqual([]);
});

test('events inside of events are refused, however they are written', () => {
  const fragments =
    'fragment T on VideoTask { events { ...E } } fragment E on VideoTaskEvent { task { ...L } } fragment L on VideoTask { ... { events { version } } }';
  for (const document of [NESTED, `{ videoTask(id: "task_1") { ...T } } ${fragments}`]) {
    expect(refusals(document)).toEqual(['Events inside of events are not given; ask for `events` once on each path.']);
  }
});

test('a path of more than ten fields is refused, and one of ten is not', () => {
  const chain = (length: number): string =>
    `{ videoTask(id: "t") ${'{ retriedFrom '.repeat(length - 2)}{ id }${' }'.repeat(length - 2)} }`;
  expect(refusals(chain(10))).toEqual([]);
  expect(refusals(chain(11))).toEqual(['The operation is 11 fields deep; at most 10 are allowed.']);
});

test('fragments that are spread over and over are measured once, and a circle of them ends', () => {
  const doubling = Array.from(
    { length: 60 },
    (_, index) => `fragment F${index} on VideoTask { ...F${index + 1} ...F${index + 1} }`,
  );
  expect(refusals(`{ videoTask(id: "t") { ...F0 } } ${doubling.join(' ')} fragment F60 on VideoTask { id }`)).toEqual(
    [],
  );
  expect(
    refusals('{ videoTask(id: "t") { ...A } } fragment A on VideoTask { ...B } fragment B on VideoTask { ...A }'),
  ).toHaveLength(1);
});

test('HTTP and WebSocket refuse alike', async () => {
  await using gateway = await startGateway({ providers: [] });
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: NESTED }),
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('Events inside of events');
  const client = openSocket(gateway.url);
  const refused = new Promise((resolve, reject) => {
    client.subscribe(
      { query: NESTED },
      { next: reject, error: resolve, complete: () => reject(new Error('No error came.')) },
    );
  });
  expect(JSON.stringify(await refused)).toContain('Events inside of events');
  await client.dispose();
});
