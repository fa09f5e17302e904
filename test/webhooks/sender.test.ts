import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDisposal } from '../../src/lib/disposal.js';
import { attemptDelivery } from '../../src/webhooks/attempt-delivery.js';
import { claimDeliveries } from '../../src/webhooks/claim-deliveries.js';
import { DATABASES } from '../poller/support/databases.js';
import type { TestDatabase } from '../support/test-database.js';
import { answerWith, openWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';
import { openSenderRoom, type SenderRoom } from './support/sender-room.js';

const MINUTE_MS = 60_000;
const LEASE_MS = 15_000;

describe.each(DATABASES.filter(({ isThere }) => isThere))('on $name', ({ open }) => {
  let database: TestDatabase;
  let room: SenderRoom;
  let receiver: WebhookReceiver;

  beforeAll(async () => {
    database = await open();
    room = await openSenderRoom(database.prisma);
  });
  afterAll(() => database[Symbol.asyncDispose]());
  beforeEach(async () => {
    receiver = await openWebhookReceiver();
  });
  afterEach(async () => {
    await receiver[Symbol.asyncDispose]();
    await room.prisma.webhookDelivery.deleteMany();
    await room.prisma.videoTask.deleteMany();
  });

  const ids = (): unknown[] => receiver.messages.map(({ headers }) => headers['webhook-id']);

  test('a delivery that is taken is over, with what the receiver said', async () => {
    await using _sender = room.sender();
    receiver.answers = [answerWith(201, {}, `thank you\0\u{1F600}${'x'.repeat(5_000)}`)];
    const id = await room.send(`${receiver.url}/hook?token=secret`);
    const delivery = await room.until(id, ({ status }) => status === 'DELIVERED');
    expect(delivery).toMatchObject({
      type: 'webhook.test',
      taskId: null,
      url: `${receiver.url}/hook`,
      nextAttemptAt: null,
    });
    expect(delivery.attempts).toMatchObject([{ statusCode: 201, error: null }]);
    const [attempt] = delivery.attempts;
    expect(attempt?.responseExcerpt).toMatch(/^thank you\u{1F600}x+$/u);
    expect(Buffer.byteLength(attempt?.responseExcerpt ?? '')).toBe(1_023);
    expect(receiver.messages.map(({ path }) => path)).toEqual(['/hook?token=secret']);
  });

  test.each([
    [
      'a redirect, which is not followed',
      answerWith(302, { location: '/elsewhere' }),
      302,
      'redirects are not followed',
    ],
    ['an error', answerWith(404), 404, 'status 404'],
    ['a connection that breaks', (response: { destroy(): void }) => response.destroy(), null, 'broke off'],
  ])('%s is a failure, and tried again after a second', async (_what, answer, statusCode, error) => {
    await using _sender = room.sender();
    receiver.answers = [answer];
    const id = await room.send(receiver.url);
    const delivery = await room.until(id, ({ attempts }) => attempts.length === 1);
    expect(delivery.attempts).toMatchObject([{ statusCode, error: expect.stringContaining(error) }]);
    const [attempt] = delivery.attempts;
    const endedAt = (attempt?.at.getTime() ?? 0) + (attempt?.latencyMs ?? 0);
    expect(Math.abs((delivery.nextAttemptAt?.getTime() ?? 0) - endedAt - 1_000)).toBeLessThan(50);
    await room.until(id, ({ status }) => status === 'DELIVERED');
    expect(ids()).toEqual([id, id]);
    expect(new Set(receiver.messages.map(({ body }) => body)).size).toBe(1);
  });

  test('a receiver that does not answer in time has failed, and the time counts to the end of its headers', async () => {
    await using _sender = room.sender({ timeoutMs: 300 });
    receiver.answers = [() => undefined];
    const silent = await room.send(`${receiver.url}/silent`);
    expect((await room.until(silent, ({ attempts }) => attempts.length > 0)).attempts.at(-1)).toMatchObject({
      statusCode: null,
      error: 'There was no answer within 0.3 seconds.',
    });
    receiver.answers = [(response) => response.writeHead(200).write('so far')];
    const endless = await room.send(`${receiver.url}/endless`);
    expect((await room.until(endless, ({ status }) => status === 'DELIVERED')).attempts).toMatchObject([
      { statusCode: 200, responseExcerpt: 'so far' },
    ]);
  });

  test('of an answer without an end, 64 kilobytes are read', async () => {
    await using _sender = room.sender();
    let sent = 0;
    receiver.answers = [
      (response) => {
        const piece = Buffer.alloc(16 * 1024, 'y');
        const write = (): void => {
          while (!response.destroyed && response.write(piece)) sent += piece.length;
        };
        response
          .writeHead(200)
          .on('drain', write)
          .on('error', () => undefined);
        write();
      },
    ];
    const id = await room.send(receiver.url);
    const { attempts } = await room.until(id, ({ status }) => status === 'DELIVERED');
    expect(attempts[0]?.responseExcerpt).toBe('y'.repeat(1024));
    // What buffers on the way hold is sent, and not read.
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  test('a receiver that refuses connections has failed; the last attempt of all ends the delivery', async () => {
    const closed = createServer();
    await once(closed.listen(0, '127.0.0.1'), 'listening');
    const address = closed.address();
    closed.close();
    await using sender = room.sender();
    const id = await room.send(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);
    for (let count = 1; count <= 12; count += 1) {
      await room.until(id, ({ attempts }) => attempts.length === count);
      await room.makeDue();
      sender.nudge();
    }
    const { status, attempts, nextAttemptAt } = await room.delivery(id);
    expect([status, attempts.length, nextAttemptAt]).toEqual(['FAILED', 12, null]);
  });

  test('an address that is gone is told nothing more, until its caller names it again', async () => {
    await using sender = room.sender({}, { total: 1, ofCaller: 1, each: 1 });
    const url = `${receiver.url}/gone`;
    receiver.answers = [answerWith(500)];
    const waiting = await room.send(url);
    await room.until(waiting, ({ attempts }) => attempts.length === 1);
    receiver.answers = [answerWith(410)];
    const gone = await room.send(url);
    await room.until(gone, ({ status }) => status === 'DISABLED');
    await room.until(waiting, ({ status }) => status === 'DISABLED');
    // A task that has named it before goes on; its events are not sent.
    const webhookId = (await room.prisma.webhook.findFirstOrThrow({ where: { disabledAt: { not: null } } })).id;
    const events = { facts: { webhookId, webhookEvents: ['CREATED' as const] } };
    const later = await room.sendCreated(`${receiver.url}/other`, events);
    await room.until(later, ({ status, attempts }) => status === 'DISABLED' && attempts.length === 0);
    expect(receiver.messages).toHaveLength(2);

    expect(await room.desk.redeliver(room.callerId, waiting)).toMatchObject({ status: 'PENDING' });
    sender.nudge();
    await room.until(waiting, ({ status }) => status === 'DELIVERED');
    await room.until(await room.send(url), ({ status }) => status === 'DELIVERED');
  });

  test.each([429, 503])('a receiver that asks for patience with %i gets it, for everything', async (status) => {
    await using sender = room.sender({}, { total: 1, ofCaller: 1, each: 1 });
    receiver.answers = [answerWith(status, { 'retry-after': '120' })];
    const first = await room.send(receiver.url);
    const { attempts, nextAttemptAt } = await room.until(first, (delivery) => delivery.attempts.length === 1);
    expect((nextAttemptAt?.getTime() ?? 0) - (attempts[0]?.at.getTime() ?? 0)).toBeGreaterThan(119_000);
    const second = await room.send(`${receiver.url}/second`);
    const elsewhere = await openWebhookReceiver();
    await room.until(await room.send(elsewhere.url), (delivery) => delivery.status === 'DELIVERED');
    await elsewhere[Symbol.asyncDispose]();
    expect((await room.delivery(second)).attempts).toEqual([]);
    sender.nudge();
    expect(receiver.messages).toHaveLength(1);
  });

  test('a dead receiver with a thousand deliveries delays nobody', async () => {
    const healthy = await Promise.all(Array.from({ length: 10 }, () => openWebhookReceiver()));
    receiver.otherwise = () => undefined;
    await room.sendMany(receiver.url, 1_000);
    for (const { url } of healthy) await room.sendMany(url, 5);
    await using sender = room.sender();
    // No attempt at the dead one ends while this is waited for.
    await expect
      .poll(() => healthy.map(({ messages }) => messages.length), { timeout: 30_000 })
      .toEqual(Array(10).fill(5));
    await expect.poll(() => room.prisma.webhookDelivery.count({ where: { status: 'DELIVERED' } })).toBe(50);
    expect(receiver.messages).toHaveLength(4);
    await Promise.all(healthy.map((each) => each[Symbol.asyncDispose]()));
    sender.nudge();
  });

  test('many senders send each delivery once', async () => {
    await room.sendMany(receiver.url, 200);
    await using senders = createDisposal();
    for (let count = 0; count < 4; count += 1) senders.use(room.sender());
    await expect
      .poll(() => room.prisma.webhookDelivery.count({ where: { status: 'DELIVERED' } }), { timeout: 30_000 })
      .toBe(200);
    await senders[Symbol.asyncDispose]();
    expect([ids().length, new Set(ids()).size]).toEqual([200, 200]);
  });

  test('what a crashed worker was sending is sent by another one, with the same id and bytes', async () => {
    const id = await room.sendCreated(receiver.url);
    const [claimed] = await claimDeliveries(room.prisma, [id], LEASE_MS);
    expect(claimed?.id).toBe(id);
    expect(await claimDeliveries(room.prisma, [id], LEASE_MS)).toEqual([]);
    const dying = room.sender();
    receiver.answers = [() => undefined];
    await room.makeDue();
    dying.nudge();
    await expect.poll(() => receiver.messages.length).toBe(1);
    // It was received, and nobody writes it down.
    await room.prisma.$executeRaw`UPDATE webhook_deliveries SET due_at = now() WHERE id = ${id}`;
    await using _next = room.sender();
    await room.until(id, ({ status }) => status === 'DELIVERED');
    await dying[Symbol.asyncDispose]();
    expect(ids()).toEqual([id, id]);
    expect(new Set(receiver.messages.map(({ body }) => body)).size).toBe(1);
    expect((await room.delivery(id)).attempts).toHaveLength(1);
  });

  test('an attempt that the end of its worker breaks off counts as none, and is made elsewhere at once', async () => {
    receiver.answers = [() => undefined];
    const sender = room.sender();
    const id = await room.send(receiver.url);
    sender.nudge();
    await expect.poll(() => receiver.messages.length).toBe(1);
    await sender[Symbol.asyncDispose]();
    const delivery = await room.delivery(id);
    expect([delivery.status, delivery.attempts]).toEqual(['PENDING', []]);
    await using _next = room.sender();
    await room.until(id, ({ status, attempts }) => status === 'DELIVERED' && attempts.length === 1);
  });

  test('a message that cannot be made is an attempt that failed, and others go on', async () => {
    let fails = true;
    const renderEvent = async (): Promise<object> => {
      if (fails) throw new Error('The test wants it.');
      return {};
    };
    await using sender = room.sender({ renderEvent });
    const id = await room.sendCreated(receiver.url);
    await room.until(await room.send(receiver.url), ({ status }) => status === 'DELIVERED');
    const { attempts } = await room.until(id, (delivery) => delivery.attempts.length > 0);
    expect(attempts[0]?.error).toContain('The gateway could not make this message');
    fails = false;
    sender.nudge();
    await room.until(id, ({ status }) => status === 'DELIVERED');
  });

  test.each([
    ['cancelled', 'CANCELLED'],
    ['failed', 'FAILED'],
    // One of its results is a video, the other one is still asked about.
    ['completed', 'FAILED'],
  ] as const)('the end of a %s task waits until its costs are known, for ten minutes at most', async (end, status) => {
    const cost = { usd: 1, estimated: true };
    const store = async (ageMs: number): Promise<string> => {
      const id = await room.sendCreated(receiver.url, { result: { cost } });
      await room.prisma.videoResult.updateMany({ data: { status, stopping: true } });
      await room.prisma.$executeRaw`
        UPDATE webhook_deliveries SET type = ${`video_task.${end}`}, due_at = now() - interval '1 hour',
          created_at = created_at - ${ageMs} * interval '1 millisecond' WHERE id = ${id}`;
      return id;
    };
    const [open, old] = [await store(0), await store(11 * MINUTE_MS)];
    await using _sender = room.sender();
    await room.until(old, (delivery) => delivery.status === 'DELIVERED');
    // It was looked at, and left for a while.
    const lookedAt = await room.until(
      open,
      ({ nextAttemptAt }) => (nextAttemptAt?.getTime() ?? 0) > Date.now() - MINUTE_MS,
    );
    expect(lookedAt.attempts).toEqual([]);
    expect(ids()).toEqual([old]);
    await room.prisma.videoResult.updateMany({ data: { cost: { usd: 0, estimated: false } } });
    await room.until(open, (delivery) => delivery.status === 'DELIVERED');
  });

  test('a claim lasts five seconds longer than an attempt may take, and a killed worker holds up nothing for longer', async () => {
    receiver.otherwise = () => undefined;
    const sender = room.sender({ timeoutMs: 10_000 });
    const id = await room.send(receiver.url);
    await expect.poll(() => receiver.messages.length).toBe(1);
    const [claim] = await room.prisma.$queryRaw<{ leftMs: number }[]>`
      SELECT extract(epoch FROM due_at - now())::float8 * 1000 AS "leftMs" FROM webhook_deliveries WHERE id = ${id}`;
    expect(claim?.leftMs).toBeLessThanOrEqual(15_000);
    await sender[Symbol.asyncDispose]();
  });

  test('a worker that was held up begins its claim anew, and sends nothing when another one has it by then', async () => {
    const id = await room.sendCreated(receiver.url);
    const [claimed] = await claimDeliveries(room.prisma, [id], LEASE_MS);
    if (claimed === undefined) throw new Error('It is due.');
    const context = room.context({ timeoutMs: 10_000 });
    const signal = new AbortController().signal;
    const late = { ...claimed, leaseEndsAt: performance.now() + 9_000 };
    expect(await attemptDelivery(context, { ...late, lease: randomUUID() }, signal)).toEqual({ kind: 'unknown' });
    expect(receiver.messages).toEqual([]);
    expect(await attemptDelivery(context, late, signal)).toEqual({ kind: 'well' });
    expect(ids()).toEqual([id]);
  });
});
