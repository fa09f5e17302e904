import { expect, test } from 'vitest';
import { createEvolink } from '../../src/providers/evolink/adapter.js';
import { memoryFileCache } from '../support/file-cache.js';
import { videoRequest } from '../support/video-request.js';
import { check, openEvolink, PRICE, SIGNAL, start, started } from './evolink-support.js';
import { startDouble } from './doubles/double.mjs';
import { startEvolinkDouble } from './doubles/evolink.mjs';

test('what EvoLink can do', async () => {
  await using evolink = await openEvolink();
  const { name, capabilities } = evolink.adapter;
  expect(name).toBe('EVOLINK');
  expect(evolink.adapter.freeSlots()).toBeNull();
  expect(capabilities).toMatchObject({
    outputFormats: ['MP4'],
    minSeed: 1,
    maxSeed: 2_147_483_647,
    price: PRICE,
    cancels: 'never',
    checkBatch: 1,
    canBeSilent: false,
    reportsProgress: true,
    restrictions: { REFERENCE_TO_VIDEO: { refusedInputs: ['audio'] } },
  });
});

test('cancel sends nothing, and the task runs on', async () => {
  await using evolink = await openEvolink();
  const { operation } = await started(evolink.adapter, videoRequest());
  const before = evolink.double.requests.length;
  expect(await evolink.adapter.cancel(operation, SIGNAL)).toEqual({ kind: 'runs-on' });
  await evolink.adapter.release(operation);
  expect(evolink.double.requests).toHaveLength(before);
});

test('a lost start cannot be recovered', async () => {
  await using evolink = await openEvolink();
  const lost = {
    request: videoRequest(),
    sentAt: new Date(),
    mayResend: true,
    maySend: () => Promise.resolve(true),
    knownTaskIds: () => Promise.resolve(new Set<string>()),
  };
  expect(await evolink.adapter.recover(lost, SIGNAL)).toBeNull();
  expect(evolink.double.requests).toEqual([]);
});

test('a callback settles a start whose answer was lost', async () => {
  let failures = 1;
  await using receiver = await startDouble({
    actionOf: () => 'callback',
    handle: () => ({ status: failures-- > 0 ? 500 : 200 }),
  });
  await using evolink = await openEvolink({ generationMs: 50, allowPrivateCallbacks: true });
  const request = {
    model: 'wan2.7-text-to-video',
    prompt: 'a kitten',
    callback_url: `${receiver.url}/token`,
  };
  const headers = { authorization: `Bearer ${evolink.double.key}`, 'content-type': 'application/json' };
  await fetch(`${evolink.double.url}/v1/videos/generations`, {
    method: 'POST',
    headers,
    body: JSON.stringify(request),
  });

  await expect.poll(() => receiver.count('callback'), { timeout: 10_000 }).toBe(2);
  await expect.poll(() => evolink.double.callbacks.map(({ status }) => status)).toEqual([500, 200]);
  const bodies = receiver.requests.map(({ body }) => body);
  expect(bodies[0]).toEqual(bodies[1]);
  const outcome = evolink.adapter.readCallback(bodies[0]);
  const id = evolink.double.starts[0]?.id;
  if (outcome?.kind !== 'started') throw new Error('not started');
  expect(outcome).toMatchObject({ operation: { taskId: id }, providerTaskId: id });
  expect(await check(evolink.adapter, outcome.operation)).toMatchObject({ kind: 'completed' });
});

test('a callback that names no task settles nothing', async () => {
  await using evolink = await openEvolink();
  for (const body of [
    null,
    7,
    'task-1',
    {},
    { id: 7 },
    { id: '' },
    { id: '../credits' },
    { id: 'x'.repeat(201) },
    [],
  ]) {
    expect(evolink.adapter.readCallback(body)).toBeNull();
  }
});

test('health: a good key', async () => {
  await using evolink = await openEvolink();
  expect(await evolink.adapter.health(SIGNAL)).toEqual({ kind: 'healthy' });
  expect(evolink.double.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v1/credits']);
});

test('health: a wrong key', async () => {
  await using evolink = await openEvolink({}, { apiKey: 'another' });
  expect(await evolink.adapter.health(SIGNAL)).toEqual({
    kind: 'refused',
    message: 'EvoLink answered HTTP 401: Invalid or missing API key',
  });
});

test.each([
  [403, { error: { message: 'blocked' } }, 'refused'],
  [429, {}, 'unanswered'],
  [500, '<html>', 'unanswered'],
  [200, {}, 'unanswered'],
  [200, { success: false, message: 'not now', data: null }, 'unanswered'],
])('health: HTTP %i with %j is %s', async (status, body, kind) => {
  await using evolink = await openEvolink();
  evolink.double.fail({ action: 'health', how: 'answer', answer: { status, body } });
  expect(await evolink.adapter.health(SIGNAL)).toEqual({ kind, message: expect.any(String) });
});

test('health: no answer', async () => {
  await using evolink = await openEvolink({}, { timeoutMs: 200 });
  evolink.double.fail({ action: 'health', how: 'stall' });
  expect(await evolink.adapter.health(SIGNAL)).toMatchObject({ kind: 'unanswered' });
});

test('the key is in the header of every request, and in nothing that is returned', async () => {
  const key = 'a canary "with" \\ odd letters';
  await using evolink = await openEvolink({ key });
  const { adapter, double } = evolink;
  const echo = { error: { code: 400, message: `The key ${key} is bad`, type: key }, id: key, headers: { sent: key } };
  const outcomes: unknown[] = [await start(adapter, videoRequest())];
  const { operation } = await started(adapter, videoRequest());
  outcomes.push(operation, await check(adapter, operation));
  for (const status of [200, 400, 401, 404, 429, 500]) {
    for (const action of ['start', 'check', 'health']) {
      double.fail({
        action,
        how: 'answer',
        answer: { status, body: { ...echo, status: 'failed', message: key, success: false } },
      });
    }
    outcomes.push(await start(adapter, videoRequest()), await check(adapter, operation), await adapter.health(SIGNAL));
  }
  for (const how of ['drop', 'truncate'] as const) {
    double.fail({ action: 'start', how });
    outcomes.push(await start(adapter, videoRequest()));
  }
  expect(double.requests.every(({ headers }) => headers.authorization === `Bearer ${key}`)).toBe(true);
  expect(JSON.stringify(outcomes)).toContain('[redacted]');
  expect(JSON.stringify(outcomes)).not.toContain('canary');
});

test('nobody home: every question has an answer', async () => {
  const gone = await startEvolinkDouble({ videoPath: '/nowhere' });
  await gone[Symbol.asyncDispose]();
  await using adapter = createEvolink({
    apiKey: 'k',
    baseUrl: gone.url,
    filesBaseUrl: gone.url,
    price: PRICE,
    fileCache: memoryFileCache(),
  });
  expect(await start(adapter, videoRequest())).toMatchObject({ kind: 'busy' });
  expect(await check(adapter, { taskId: 'task-1', estimatedSeconds: null })).toMatchObject({ kind: 'unanswered' });
  expect(await adapter.health(SIGNAL)).toMatchObject({ kind: 'unanswered' });
});
