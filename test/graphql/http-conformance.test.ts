import { auditServer } from 'graphql-http';
import { expect, test } from 'vitest';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway } from '../support/start-gateway.js';

test('every audit of GraphQL over HTTP is passed, with CSRF prevention on', async () => {
  await using gateway = await startGateway({ providers: [createScriptedProvider()] });
  const url = `${gateway.url}/graphql`;
  const results = await auditServer({
    url,
    // Browsers cannot send this header to another origin without asking first; it stands for "not a simple request".
    fetchFn: (input: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('apollo-require-preflight', '1');
      return fetch(input, { ...init, headers });
    },
  });
  const rest = results.filter(({ status }) => status !== 'ok').map(({ id, name, status }) => `${id} ${status} ${name}`);
  expect(rest).toEqual([]);
  expect(results.length).toBeGreaterThanOrEqual(61);

  const simple = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: '{"query":"{viewer{id}}"}',
  });
  expect(simple.status).toBeGreaterThanOrEqual(400);
  const get = await fetch(`${url}?query={viewer{id}}`);
  expect(get.status).toBe(400);
  expect(await get.text()).toContain('Cross-Site Request Forgery');
});
