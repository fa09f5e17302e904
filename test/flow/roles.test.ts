import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawFields, makeClip } from '../support/make-media.js';
import { completed } from '../support/outcomes.js';
import { hasRedis, startRedis } from '../support/redis-server.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway } from '../support/start-gateway.js';
import { createPostgres, hasPostgres } from '../support/test-database.js';
import { createTask, untilTask } from '../support/video-tasks.js';

const SERVERS = (await hasPostgres()) && hasRedis();

test.skipIf(!SERVERS)('api nodes answer callers, workers follow results, and both meet in the database', async () => {
  const files = await mkdtemp(join(tmpdir(), 'reelay-'));
  const clip = await makeClip(join(files, 'clip.mp4'), {
    width: 320,
    height: 240,
    frames: 30,
    draw: (context) => drawFields(context, 200),
  });
  await using redis = await startRedis();
  await using created = await createPostgres();
  const nodes = { database: { kind: 'postgres', url: created.url }, redisUrl: redis.url } as const;
  const asked = createScriptedProvider();
  const working = createScriptedProvider({ check: () => completed(clip) });
  await using api = await startGateway({ providers: [asked], config: { ...nodes, role: 'api' } });
  const dataDir = api.dataDir;
  await using other = await startGateway({ providers: [asked], dataDir, config: { ...nodes, role: 'api' } });
  await using worker = await startGateway({ providers: [working], dataDir, config: { ...nodes, role: 'worker' } });

  const task = await createTask(api.url, { prompt: 'A lamp', durationSeconds: 2 });
  const done = await untilTask(other.url, task.id, ({ status }) => status === 'COMPLETED');
  expect(working.starts).toHaveLength(1);
  expect(asked.starts).toHaveLength(0);
  // Whoever made a link, every api node serves the file behind it.
  const link = new URL(done.results[0]?.video?.url ?? '');
  for (const { url } of [api, other]) {
    expect((await fetch(new URL(`${link.pathname}${link.search}`, url), { method: 'HEAD' })).status).toBe(200);
  }

  const status = async (path: string): Promise<number> => (await fetch(`${worker.url}${path}`)).status;
  expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200]);
  expect([await status('/graphql'), await status('/'), await status('/schema.graphql')]).toEqual([404, 404, 404]);
  await rm(files, { recursive: true });
});
