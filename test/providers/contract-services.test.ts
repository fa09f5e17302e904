import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { videoRequest } from '../support/video-request.js';
import {
  check,
  countSockets,
  expectError,
  expectNoKey,
  KEY,
  lostStart,
  openService,
  OTHER_KEY,
  SERVICES,
  SIGNAL,
  start,
  started,
  untilEnded,
  yes,
  type Adapter,
  type ServiceRoom,
} from './contract-support.js';
import type { DoubleAnswer } from './doubles/double.mjs';

const PATIENT = { timeout: 10_000, interval: 20 };

let folder: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let videoPath: string;

beforeAll(async () => {
  folder = await createTemporaryDirectory();
  videoPath = await makeShortClip(folder.path);
});
afterAll(() => folder[Symbol.asyncDispose]());

/** What a fault does to the next request of any action. */
type Trouble =
  | { how: 'drop' | 'stall' | 'truncate' | 'huge' }
  | { how: 'slow'; everyMs: number }
  | { how: 'answer'; answer: DoubleAnswer };

describe.each(SERVICES)('$name', (service) => {
  let room: ServiceRoom;
  let adapter: Adapter;
  let double: ServiceRoom['double'];
  async function open(options: Parameters<typeof openService>[2] = {}): Promise<void> {
    room = await openService(service, videoPath, options);
    ({ adapter, double } = room);
  }
  afterEach(async () => {
    await room[Symbol.asyncDispose]();
    expectNoKey(room);
  });

  test('it costs money, so nothing is sent without a permission for it', async () => {
    await open();
    expect(adapter.capabilities.price).not.toBeNull();
    const requests = ['first', 'second', 'third', 'fourth'].map((prompt) => videoRequest({ prompt }));
    const asked: string[] = [];
    const outcomes = await adapter.start(
      requests,
      (startKey) => {
        asked.push(startKey);
        if (startKey === requests[2]?.startKey) return Promise.reject(new Error('the database is away'));
        return Promise.resolve(startKey !== requests[1]?.startKey);
      },
      SIGNAL,
    );
    expect(asked.toSorted()).toEqual(requests.map(({ startKey }) => startKey).toSorted());
    expect(outcomes.map(({ kind }) => kind)).toEqual([
      'started',
      'withheld',
      expect.stringMatching(/^(withheld|busy)$/),
      'started',
    ]);
    expect(double.starts.map(({ body }) => service.promptOf(body)).toSorted()).toEqual(['first', 'fourth']);
    const [first] = outcomes;
    const own = double.starts.find(({ id }) => first?.kind === 'started' && id === first.providerTaskId);
    expect(service.promptOf(own?.body)).toBe('first');
  });

  test('without any permission no request leaves', async () => {
    await open();
    expect(await start(adapter, videoRequest(), () => Promise.resolve(false))).toEqual({ kind: 'withheld' });
    expect(double.requests).toEqual([]);
  });

  test('a start that comes while the gateway shuts down is not paid', async () => {
    await open();
    const [outcome] = await adapter.start([videoRequest()], yes, AbortSignal.abort());
    expect(outcome?.kind).toBe('busy');
    expect(double.requests).toEqual([]);
  });

  test('a wrong key is refused before any work', async () => {
    await open();
    const stranger = room.another({ apiKey: OTHER_KEY });
    const outcome = await start(stranger, videoRequest());
    if (outcome.kind !== 'refused') throw new Error(JSON.stringify(outcome));
    expectError(outcome.error, service.name);
    expect(outcome.error).toMatchObject({ code: 'PROVIDER_AUTH', retryable: false, billed: false });
    expect(await stranger.health(SIGNAL)).toEqual({ kind: 'refused', message: expect.stringMatching(/\w/) });
    expect(double.starts).toEqual([]);
  });

  test('a service that is not there started nothing, and is told apart from one that refuses', async () => {
    await open();
    const { operation } = await started(adapter, videoRequest());
    const stranded = room.another({ baseUrl: await deadAddress() });
    const outcome = await start(stranded, videoRequest());
    if (outcome.kind !== 'busy') throw new Error(JSON.stringify(outcome));
    expectError(outcome.error, service.name);
    expect(outcome).toMatchObject({ retryAfterMs: expect.any(Number), error: { code: 'PROVIDER_UNAVAILABLE' } });
    expect((await check(stranded, operation)).kind).toBe('unanswered');
    expect((await stranded.health(SIGNAL)).kind).toBe('unanswered');
    expect(['runs-on', 'unanswered']).toContain((await stranded.cancel(operation, SIGNAL)).kind);
  });

  test('content that is not allowed fails with a reason and without a bill', async () => {
    await open({ fails: true });
    const { operation } = await started(adapter, videoRequest());
    const outcome = await untilEnded(adapter, operation);
    if (outcome.kind !== 'failed') throw new Error(JSON.stringify(outcome));
    expectError(outcome.error, service.name);
    expect(outcome.error).toMatchObject({ code: 'CONTENT_REJECTED', retryable: false, billed: false, message: 'No.' });
    expect(outcome.error.providerCode).toMatch(/\w/);
    expect(outcome.answer).not.toBeNull();
  });

  test('an operation of another account is not failed', async () => {
    await open();
    const { operation } = await started(adapter, videoRequest());
    await using elsewhere = await openService(service, videoPath);
    expect(['missing', 'running']).toContain((await check(elsewhere.adapter, operation)).kind);
  });

  const NO_ANSWER: Trouble[] = [
    { how: 'drop' },
    { how: 'stall' },
    { how: 'slow', everyMs: 100 },
    { how: 'truncate' },
    { how: 'huge' },
    { how: 'answer', answer: { status: 500, body: service.complain('broken') } },
    { how: 'answer', answer: { status: 502, body: '<html>Bad gateway</html>' } },
    { how: 'answer', answer: { status: 503, body: service.complain('busy'), headers: { 'retry-after': '3' } } },
    { how: 'answer', answer: { status: 504 } },
    { how: 'answer', answer: { status: 408 } },
  ];
  const LOST: Trouble[] = [...NO_ANSWER, { how: 'answer', answer: { status: 200, body: {} } }];

  test.each(LOST)('a paid start whose answer is lost is unknown, and never sent twice: %o', async (fault) => {
    await open();
    double.fail({ action: 'start', ...fault });
    const outcome = await start(room.another({ timeoutMs: 300 }), videoRequest());
    expect(outcome).toEqual({ kind: 'unknown', message: expect.stringMatching(/\w/) });
    expect(double.count('start')).toBe(1);
    expect(double.starts).toHaveLength(1);
  });

  test(`a lost start is settled by its ${service.recoversBy}, and paid once`, async () => {
    await open();
    const request = videoRequest();
    double.fail({ action: 'start', how: 'drop' });
    expect((await start(adapter, request)).kind).toBe('unknown');
    const [paid] = double.starts;
    const id = paid?.id ?? '';
    // Another worker settles it, without sending a second start.
    const other = room.another();
    const recovered = await other.recover(lostStart(request, { mayResend: false }), SIGNAL);
    const outcome = service.recoversBy === 'callback' ? other.readCallback(service.describe(id, 'done')) : recovered;
    if (outcome?.kind !== 'started') throw new Error(JSON.stringify(outcome));
    expect(recovered === null).toBe(service.recoversBy === 'callback');
    expect(outcome.providerTaskId).toBe(id);
    expect((await untilEnded(adapter, outcome.operation)).kind).toBe('completed');
    expect(double.starts).toHaveLength(1);
  });

  test('a start that never arrived is not started behind the back of a caller who has cancelled', async () => {
    await open();
    const request = videoRequest();
    double.fail({ action: 'start', how: 'drop', when: 'before' });
    expect((await start(adapter, request)).kind).toBe('unknown');
    const outcome = await adapter.recover(lostStart(request, { mayResend: false }), SIGNAL);
    expect([undefined, 'unknown']).toContain(outcome?.kind);
    expect(double.starts).toEqual([]);
    expect(double.count('start')).toBe(1);
  });

  test('a limit is waited for, and nothing was paid', async () => {
    await open();
    const answer = { status: 429, body: service.complain('Too many requests'), headers: { 'retry-after': '9' } };
    double.fail({ action: 'start', when: 'before', how: 'answer', answer });
    const outcome = await start(adapter, videoRequest());
    if (outcome.kind !== 'busy') throw new Error(JSON.stringify(outcome));
    expectError(outcome.error, service.name);
    expect(outcome).toMatchObject({ retryAfterMs: 9000, error: { code: 'PROVIDER_RATE_LIMIT', billed: false } });
    expect(double.starts).toEqual([]);
  });

  const TROUBLE: Trouble[] = [
    ...LOST,
    { how: 'answer', answer: { status: 401, body: service.complain('who are you') } },
    { how: 'answer', answer: { status: 403, body: '<html>Forbidden</html>' } },
    { how: 'answer', answer: { status: 425 } },
    { how: 'answer', answer: { status: 307, headers: { location: 'http://127.0.0.1:1/' } } },
    { how: 'answer', answer: { status: 200, body: 'no JSON' } },
    { how: 'answer', answer: { status: 200, body: service.describe('task-of-somebody-else', 'done') } },
  ];

  test.each(TROUBLE)('trouble while an operation is looked up fails nothing: %o', async (fault) => {
    await open();
    const patient = room.another({ timeoutMs: 300 });
    const { operation } = await started(patient, videoRequest());
    double.fail({ action: 'check', ...fault });
    expect(await check(patient, operation)).toMatchObject({
      kind: 'unanswered',
      message: expect.stringMatching(/\w/),
    });
    expect((await check(patient, operation)).kind).toBe('completed');
  });

  test('a limit of lookups says when to come back', async () => {
    await open();
    const { operation } = await started(adapter, videoRequest());
    const answer = { status: 429, body: service.complain('Too many requests'), headers: { 'retry-after': '9' } };
    double.fail({ action: 'check', how: 'answer', answer });
    expect(await check(adapter, operation)).toMatchObject({ kind: 'unanswered', retryAfterMs: 9000 });
  });

  test.each(['waiting', 'running', 'unheard-of'] as const)(
    'an operation that was done and is told to be %s again is running',
    async (status) => {
      await open();
      const { operation, providerTaskId } = await started(adapter, videoRequest());
      expect((await check(adapter, operation)).kind).toBe('completed');
      const answer = { status: 200, body: service.describe(providerTaskId, status) };
      double.fail({ action: 'check', how: 'answer', answer });
      expect((await check(adapter, operation)).kind).toBe('running');
      expect((await check(adapter, operation)).kind).toBe('completed');
    },
  );

  test('cancel does what the capabilities say', async () => {
    await open({ generationMs: 60_000, queueMs: 60_000 });
    const { operation } = await started(adapter, videoRequest());
    const { cancels } = adapter.capabilities;
    expect(await adapter.cancel(operation, SIGNAL)).toEqual({ kind: cancels === 'never' ? 'runs-on' : 'stopped' });
    expect(double.count('cancel')).toBe(cancels === 'never' ? 0 : 1);
    await room[Symbol.asyncDispose]();

    await open({ generationMs: 60_000 });
    const working = (await started(adapter, videoRequest())).operation;
    expect(await adapter.cancel(working, SIGNAL)).toEqual({ kind: cancels === 'always' ? 'stopped' : 'runs-on' });
  });

  test('health costs nothing, and trouble is not taken for a wrong key', async () => {
    await open();
    expect(await adapter.health(SIGNAL)).toEqual({ kind: 'healthy' });
    const hasty = room.another({ timeoutMs: 300 });
    for (const fault of NO_ANSWER) {
      double.fail({ action: 'health', ...fault });
      expect(await hasty.health(SIGNAL)).toEqual({ kind: 'unanswered', message: expect.stringMatching(/\w/) });
      double.heal();
    }
    expect(double.starts).toEqual([]);
  });

  test('a service that repeats the key in all it says does not get it stored', async () => {
    await open();
    const { operation, providerTaskId } = await started(adapter, videoRequest());
    const complaint = service.complain(`The key ${KEY} is bad (Bearer ${KEY})`);
    const told = service.describe(providerTaskId, 'running');
    if (typeof told !== 'object' || typeof complaint !== 'object') throw new Error('no objects');
    for (const status of [200, 400, 401, 402, 403, 404, 422, 429, 500]) {
      const answer = {
        status,
        body: { ...complaint, ...(status === 200 ? told : {}), note: KEY, headers: { sent: KEY } },
      };
      for (const action of ['start', 'check', 'cancel', 'health', 'list']) {
        double.fail({ action, how: 'answer', when: 'before', answer });
      }
      await start(adapter, videoRequest());
      await check(adapter, operation);
      await adapter.cancel(operation, SIGNAL);
      await adapter.health(SIGNAL);
      await adapter.recover(lostStart(videoRequest(), { mayResend: false }), SIGNAL);
      double.heal();
    }
    const sent = double.requests.map(({ headers }) => headers.authorization);
    expect(new Set(sent)).toEqual(new Set([`Bearer ${KEY}`]));
    expect(room.returned.length).toBeGreaterThan(40);
  });

  test('disposing ends what is still asked, and leaves no socket open', { timeout: 20_000 }, async () => {
    await expect.poll(countSockets, PATIENT).toBe(0);
    await open();
    // It would wait for its answers longer than this test may take.
    const patient = room.another({ timeoutMs: 60_000 });
    const { operation } = await started(patient, videoRequest());
    for (const action of ['start', 'check', 'health']) double.fail({ action, how: 'stall' });
    const asked = Promise.all([start(patient, videoRequest()), check(patient, operation), patient.health(SIGNAL)]);
    await expect.poll(() => double.requests.length, PATIENT).toBe(4);
    expect(countSockets()).toBeGreaterThan(0);
    await patient[Symbol.asyncDispose]();
    expect(await asked).toMatchObject([{ kind: 'unknown' }, { kind: 'unanswered' }, { kind: 'unanswered' }]);
    await expect.poll(countSockets, PATIENT).toBe(0);
  });
});

/** An address at which nobody listens. */
async function deadAddress(): Promise<string> {
  const [service] = SERVICES;
  const gone = await service.openDouble({ videoPath, generationMs: 0, queueMs: 0, fails: false });
  await gone[Symbol.asyncDispose]();
  return gone.url;
}
