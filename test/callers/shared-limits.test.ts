import { expect, test } from 'vitest';
import { z } from 'zod';
import { createSocketLeases } from '../../src/callers/socket-leases.js';
import { openRedis } from '../../src/lib/open-redis.js';
import { createQuickRedis } from '../../src/lib/quick-redis.js';
import { createDisposal } from '../../src/lib/disposal.js';
import { ADMIN_KEY, ask, authorize, limitCaller } from '../support/keyed-caller.js';
import { hasRedis, startRedis } from '../support/redis-server.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway } from '../support/start-gateway.js';
import { createPostgres, hasPostgres } from '../support/test-database.js';

const REDIS = hasRedis();
const POSTGRES = await hasPostgres();

const NAME = '{ viewer { name } }';
const USE = '{ viewer { use { requestsThisMinute { used } sockets { used } } } }';
const FEED = 'subscription { videoTasksUpdated { cursor } }';

const useSchema = z.object({
  viewer: z.object({
    use: z.object({ requestsThisMinute: z.object({ used: z.number() }), sockets: z.object({ used: z.number() }) }),
  }),
});

/** Two nodes that share a database and a Redis. */
async function openNodes() {
  const stack = createDisposal();
  const redis = stack.use(await startRedis());
  const { url: databaseUrl } = stack.use(await createPostgres());
  const open = async () => {
    const config = {
      adminKey: ADMIN_KEY,
      database: { kind: 'postgres', url: databaseUrl },
      redisUrl: redis.url,
      role: 'api',
    } as const;
    return stack.use(await startGateway({ providers: [createScriptedProvider()], config })).url;
  };
  const urls = [await open(), await open()] as const;
  return { redis, urls, [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose]() };
}

/** How many of so many requests, sent to the nodes in turn at the same moment, were answered. */
async function answeredOf(count: number, urls: readonly string[], key: string): Promise<number> {
  const sent = Array.from({ length: count }, (_, index) => ask(urls[index % urls.length] ?? '', key, NAME));
  const answers = await Promise.all(sent);
  const refused = answers.filter(({ status }) => status !== 200);
  for (const each of refused) expect(each).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  return count - refused.length;
}

async function useOf(url: string, key: string) {
  return useSchema.parse((await ask(url, key, USE)).data).viewer.use;
}

/** Resolves once each node counts what the other one is sent. */
async function untilShared([one, other]: readonly [string, string], key: string): Promise<void> {
  await expect
    .poll(async () => {
      const before = (await useOf(one, key)).requestsThisMinute.used;
      return (await useOf(other, key)).requestsThisMinute.used - before;
    })
    .toBe(1);
}

test.skipIf(!REDIS || !POSTGRES)(
  'a limit is exact across nodes, and holds on each of them while Redis is away',
  async () => {
    await using nodes = await openNodes();
    const { urls, redis } = nodes;
    const [one] = urls;
    const keyOf = async (name: string) => {
      const key = await authorize(one, name);
      await limitCaller(one, name, { requestsPerMinute: 100 });
      return key;
    };
    const [first, second, third] = [await keyOf('first'), await keyOf('second'), await keyOf('third')];
    const watched = await authorize(one, 'watched');
    await untilShared(urls, watched);
    expect(await answeredOf(200, urls, first)).toBe(100);

    await redis.kill();
    expect(await answeredOf(300, urls, second)).toBe(200);

    await redis.start();
    await untilShared(urls, watched);
    expect(await answeredOf(200, urls, third)).toBe(100);

    redis.freeze();
    const answers = await Promise.all(urls.map((url) => ask(url, watched, NAME)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    redis.goOn();
    await untilShared(urls, watched);
  },
);

test.skipIf(!REDIS || !POSTGRES)('sockets and streams of all nodes count together', async () => {
  await using nodes = await openNodes();
  const [one, other] = nodes.urls;
  const key = await authorize(one, 'studio');
  await limitCaller(one, 'studio', { sockets: 10 });
  await untilShared(nodes.urls, key);
  const leaving = new AbortController();
  const open = (url: string) =>
    fetch(`${url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: key },
      body: JSON.stringify({ query: FEED }),
      signal: leaving.signal,
    });
  const opened = await Promise.all(Array.from({ length: 30 }, (_, index) => open(index % 2 === 0 ? one : other)));
  expect(opened.filter(({ status }) => status === 200)).toHaveLength(10);
  expect((await useOf(other, key)).sockets.used).toBe(10);
  leaving.abort();
  await expect.poll(async () => (await useOf(one, key)).sockets.used).toBe(0);
});

test.skipIf(!REDIS)('places of a node that died come free, those that are renewed do not', async () => {
  await using redis = await startRedis();
  await using connection = openRedis(redis.url);
  await expect.poll(() => connection.client.isReady).toBe(true);
  const leases = createSocketLeases(createQuickRedis(connection.client), 'test', 300);
  expect(await leases.take('studio', 'of a living node', 2)).toBe(true);
  expect(await leases.take('studio', 'of a dead node', 2)).toBe(true);
  expect(await leases.take('studio', 'one too many', 2)).toBe(false);
  expect(await leases.take('neighbour', 'its own', 1)).toBe(true);
  await expect
    .poll(async () => {
      await leases.renew('studio', ['of a living node']);
      return leases.take('studio', 'the next one', 2);
    })
    .toBe(true);
  expect(await leases.count('studio')).toBe(2);
  await leases.release('studio', 'of a living node');
  expect(await leases.take('studio', 'of a living node', 2)).toBe(true);
});
