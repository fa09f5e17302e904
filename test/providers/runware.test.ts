import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { videoRequest } from '../support/video-request.js';
import { openRunware, PRICE, SIGNAL, startOne, type RunwareBench } from './runware-support.js';

let bench: RunwareBench;
beforeEach(async () => {
  bench = await openRunware();
});
afterEach(() => bench[Symbol.asyncDispose]());

describe('health', () => {
  test('a good key is healthy, and nothing is spent', async () => {
    expect(await bench.adapter.health(SIGNAL)).toEqual({ kind: 'healthy' });
    expect(bench.double.requests.map(({ body }) => body)).toEqual([
      [{ taskType: 'accountManagement', taskUUID: expect.any(String), operation: 'getDetails' }],
    ]);
    expect(bench.double.starts).toEqual([]);
  });

  test('a wrong key is refused, and told why', async () => {
    const outcome = await bench.adapterWith({ apiKey: 'wrong' }).health(SIGNAL);
    expect(outcome).toEqual({ kind: 'refused', message: expect.stringContaining('Invalid API key') });
  });

  test.each([
    [401, undefined, 'refused'],
    [403, undefined, 'refused'],
    [200, { errors: [{ code: 'accountSuspended', message: 'Suspended.' }] }, 'refused'],
    [200, { error: true, errorMessage: 'Invalid api key' }, 'refused'],
    [400, { errors: [{ code: 'invalidTaskType', message: 'No.' }] }, 'unanswered'],
    [429, undefined, 'unanswered'],
    [500, undefined, 'unanswered'],
    [200, {}, 'unanswered'],
  ])('%i %o is %s', async (status, body, kind) => {
    bench.double.fail({ action: 'health', how: 'answer', answer: { status, ...(body ? { body } : {}) } });
    expect((await bench.adapter.health(SIGNAL)).kind).toBe(kind);
  });

  test('a service that is not there is unanswered', async () => {
    const adapter = bench.adapterWith({ baseUrl: 'http://127.0.0.1:1/v1' });
    expect((await adapter.health(SIGNAL)).kind).toBe('unanswered');
  });
});

test('nothing can be cancelled, and nothing is asked', async () => {
  const request = videoRequest();
  await startOne(bench.adapter, request);
  expect(await bench.adapter.cancel({ taskUUID: request.startKey }, SIGNAL)).toEqual({ kind: 'runs-on' });
  await bench.adapter.release({ taskUUID: request.startKey });
  expect(bench.double.requests).toHaveLength(1);
  expect(bench.adapter.freeSlots()).toBeNull();
});

test('what it can do', () => {
  const { sizes, ...capabilities } = bench.adapter.capabilities;
  expect(capabilities).toEqual({
    modes: ['TEXT_TO_VIDEO', 'IMAGE_TO_VIDEO', 'FIRST_LAST_FRAME', 'REFERENCE_TO_VIDEO'],
    restrictions: {
      REFERENCE_TO_VIDEO: {
        maxDurationSeconds: 10,
        maxReferenceImages: 1,
        maxReferenceVideos: 1,
        refusedInputs: ['firstFrame'],
      },
    },
    outputFormats: ['MP4', 'WEBM', 'MOV'],
    takesOutputQuality: true,
    canBeSilent: true,
    safetyModes: ['NONE', 'FAST', 'FULL'],
    minDurationSeconds: 2,
    maxDurationSeconds: 15,
    minSeed: 0,
    maxSeed: 2_147_483_647,
    reportsProgress: false,
    operationsAreLocal: false,
    price: PRICE,
    billsInputSeconds: ['REFERENCE_TO_VIDEO'],
    cancels: 'never',
    checkBatch: 100,
    checksPerSecond: 5,
    typicalSeconds: { P720: 110, P1080: 170 },
    deadlineSeconds: 3600,
  });
  expect(sizes.P720.LANDSCAPE_16_9).toEqual([1280, 720]);
});

describe('the double', () => {
  test('files end with their time to live, and so does the task', async () => {
    await bench[Symbol.asyncDispose]();
    bench = await openRunware({ lifetimeMs: 0, unknownTask: 'error' });
    const request = videoRequest();
    await startOne(bench.adapter, request);
    const { id } = bench.double.starts[0] ?? { id: '' };
    await expect.poll(async () => (await bench.adapter.check([{ taskUUID: id }], SIGNAL))[0]?.kind).toBe('missing');
  });

  test('it calls back once an item is done, again until it is taken', async () => {
    const bodies: unknown[] = [];
    const listener = createServer((request, response) => {
      void json(request).then((body) => {
        bodies.push(body);
        response.writeHead(bodies.length === 1 ? 500 : 200).end();
      });
    });
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const address = listener.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await bench[Symbol.asyncDispose]();
    bench = await openRunware({ allowPrivateCallbacks: true });
    const task = { taskType: 'videoInference', taskUUID: crypto.randomUUID(), model: 'alibaba:wan@2.7' };
    const more = {
      positivePrompt: 'a cat',
      width: 1280,
      height: 720,
      webhookURL: `http://127.0.0.1:${port}/hook?token=t`,
    };
    const headers = { authorization: `Bearer ${bench.double.key}`, 'content-type': 'application/json' };
    await fetch(bench.double.baseUrl, { method: 'POST', headers, body: JSON.stringify([{ ...task, ...more }]) });
    await expect.poll(() => bodies.length, { timeout: 10_000 }).toBe(2);
    listener.close();
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bench.adapter.readCallback(bodies[1])).toMatchObject({ kind: 'started', providerTaskId: task.taskUUID });
  });
});
