import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Bus } from '../../src/events/bus.js';
import { createDisposal } from '../../src/lib/disposal.js';
import { openRedis } from '../../src/lib/open-redis.js';
import { openRedisBus } from '../../src/events/redis-bus.js';
import { hasRedis, startRedis, type RedisServer } from '../support/redis-server.js';

const REDIS = hasRedis();

/** What a bus said on a topic so far. */
function listen(bus: Bus, topic: string): number[] {
  const heard: number[] = [];
  bus.subscribe(topic, (version) => heard.push(version));
  return heard;
}

/** Two nodes, and what each of them logged. */
async function openNodes({ url }: RedisServer) {
  const log: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) });
  const stack = createDisposal();
  const open = (): Bus => {
    const { client } = stack.use(openRedis(url));
    return stack.use(openRedisBus({ client, channel: 'test', logger }));
  };
  const [one, other] = [open(), open()];
  await untilHeard(one, other);
  await untilHeard(other, one);
  return { one, other, log, [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose]() };
}

/** One bus hears the other from now on. */
async function untilHeard(speaker: Bus, hearer: Bus): Promise<void> {
  const heard = listen(hearer, 'hello');
  await expect
    .poll(() => {
      speaker.publish('hello', 1);
      return heard.length;
    })
    .toBeGreaterThan(0);
}

test.skipIf(!REDIS)(
  'every node hears what another one tells, its own listeners at once, and nobody twice',
  async () => {
    await using redis = await startRedis();
    await using nodes = await openNodes(redis);
    const [here, there, elsewhere] = [listen(nodes.one, 'a'), listen(nodes.other, 'a'), listen(nodes.other, 'b')];

    for (let version = 1; version <= 100; version += 1) nodes.one.publish('a', version);
    expect(here).toHaveLength(100);
    await expect.poll(() => there.at(-1)).toBe(100);
    // What is told in one turn travels together: a topic is told at its newest version.
    expect(there.length).toBeLessThan(100);
    await untilHeard(nodes.other, nodes.one);
    expect(here).toHaveLength(100);
    expect(elsewhere).toEqual([]);
  },
);

test.skipIf(!REDIS)('other channels of the same Redis are not heard', async () => {
  await using redis = await startRedis();
  await using nodes = await openNodes(redis);
  await using connection = openRedis(redis.url);
  const { client } = connection;
  await using stranger = openRedisBus({ client, channel: 'other', logger: pino({ level: 'silent' }) });
  const [heard, own] = [listen(nodes.one, 'a'), listen(stranger, 'own')];

  await untilHeard(nodes.one, nodes.other);
  await expect.poll(() => (stranger.publish('own', 1), own.length)).toBeGreaterThan(0);
  stranger.publish('a', 1);
  nodes.other.publish('a', 2);
  await expect.poll(() => heard).toEqual([2]);
});

test.skipIf(!REDIS)('while Redis is gone, listeners of the same process still hear; afterwards all do', async () => {
  await using redis = await startRedis();
  await using nodes = await openNodes(redis);
  await redis.kill();
  await expect.poll(() => nodes.log.filter((line) => line.includes('the bus is away')).length).toBe(2);

  const here = listen(nodes.one, 'a');
  nodes.one.publish('a', 1);
  expect(here).toEqual([1]);

  await redis.start();
  await untilHeard(nodes.one, nodes.other);
  expect(nodes.log.some((line) => line.includes('the bus is back'))).toBe(true);
});

test.skipIf(!REDIS)('a Redis that does not answer holds nobody up', async () => {
  await using redis = await startRedis();
  await using nodes = await openNodes(redis);
  redis.freeze();
  const here = listen(nodes.one, 'a');
  for (let version = 1; version <= 1000; version += 1) nodes.one.publish('a', version);
  expect(here).toHaveLength(1000);
  redis.goOn();
  await untilHeard(nodes.one, nodes.other);
});
