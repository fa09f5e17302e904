import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDisposal } from '../../src/lib/disposal.js';
import { makePicture } from '../support/make-media.js';
import { promiseUpload } from '../support/media-uploads.js';
import { hasRedis } from '../support/redis-server.js';
import { startS3Server } from '../support/s3-server.js';
import { createTemporaryDirectory } from '../support/temporary-directory.js';
import { hasPostgres } from '../support/test-database.js';
import { createTask, isFinished, untilTask } from '../support/video-tasks.js';
import { atNode } from './nodes/at-node.js';
import { passCallbacks } from './nodes/pass-callbacks.js';
import { startCluster, type Cluster } from './nodes/start-cluster.js';
import { FILMED } from './nodes/start-services.js';

const SERVERS = (await hasPostgres()) && hasRedis();

const stack = createDisposal();
let cluster: Cluster;
let one: string;
let other: string;

/** Nodes that have nothing in common but PostgreSQL, Redis and a bucket. */
beforeAll(async () => {
  if (!SERVERS) return;
  const { options: bucket } = stack.use(await startS3Server());
  const variables = {
    S3_BUCKET: bucket.bucket,
    S3_PREFIX: bucket.prefix,
    S3_ENDPOINT: bucket.endpoint ?? '',
    S3_REGION: bucket.region,
    AWS_ACCESS_KEY_ID: bucket.accessKeyId,
    AWS_SECRET_ACCESS_KEY: bucket.secretAccessKey,
  };
  cluster = stack.use(await startCluster({ variables, apart: true, workers: 1 }));
  stack.use(passCallbacks(cluster));
  const [first, second] = cluster.apis;
  [one, other] = [first?.url ?? '', second?.url ?? ''];
}, 300_000);
afterAll(() => stack[Symbol.asyncDispose]());

test.skipIf(!SERVERS)('every node serves the files that a worker elsewhere has kept, byte for byte', async () => {
  const { id } = await createTask(one, { prompt: `a lamp, ${FILMED}`, provider: 'RUNWARE', durationSeconds: 2 });
  const { results } = await untilTask(other, id, isFinished);
  expect(results[0]?.status).toBe('COMPLETED');
  for (const link of [results[0]?.video?.url, results[0]?.poster?.url]) {
    const [first, second] = await Promise.all(
      [one, other].map(async (node) => Buffer.from(await (await fetch(atNode(node, link))).arrayBuffer())),
    );
    expect(first?.length).toBeGreaterThan(100);
    expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true);
  }
});

test.skipIf(!SERVERS)(
  'a file that is promised by one node is found by another, and handed over by a worker',
  async () => {
    await using folder = await createTemporaryDirectory();
    const path = join(folder.path, 'first.png');
    await makePicture(path, 640, 480, 20);
    const content = await readFile(path);
    const upload = await promiseUpload(one, { fileName: 'first.png', mimeType: 'image/png', bytes: content.length });
    expect((await upload.send(content)).status).toBeLessThan(300);
    const inputs = { firstFrame: { assetId: upload.assetId } };
    const prompt = 'from a picture elsewhere';
    const { id } = await createTask(other, { prompt, provider: 'EVOLINK', durationSeconds: 2, inputs });
    await untilTask(one, id, isFinished);
    const [start] = cluster.services.evolink.starts.filter(({ body }) => body.prompt === prompt);
    expect(start?.body.image_start).toMatch(/^http/);
  },
);
