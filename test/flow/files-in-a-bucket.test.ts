import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { graphql } from '../support/graphql/gql.js';
import type { CreateMediaUploadInput } from '../support/graphql/graphql.js';
import { request } from '../support/graphql-client.js';
import { createDirectedProvider } from '../support/directed-provider.js';
import { makePicture } from '../support/make-media.js';
import { promiseUpload } from '../support/media-uploads.js';
import { completed } from '../support/outcomes.js';
import type { ScriptedProvider } from '../support/scripted-provider.js';
import { startS3Server, type S3Server } from '../support/s3-server.js';
import { sweepUploads } from '../../src/media/sweep-uploads.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { createTask, isFinished, untilTask } from '../support/video-tasks.js';

const IMPORT = graphql(`
  mutation BucketImport($source: MediaSource!) {
    importMedia(input: { source: $source }) {
      asset {
        id
        mimeType
        width
        url
      }
      userErrors {
        code
        message
      }
    }
  }
`);

const VIDEO = graphql(`
  query BucketVideo($id: ID!) {
    videoTask(id: $id) {
      results {
        video {
          url
          bytes
          sha256
        }
        poster {
          url
        }
      }
    }
  }
`);

const DELETE = graphql(`
  mutation BucketDelete($id: ID!) {
    deleteVideoTask(input: { id: $id }) {
      userErrors {
        code
      }
    }
  }
`);

let server: S3Server;
let gateway: TestGateway;
let folder: AsyncDisposable & { path: string };
let provider: ScriptedProvider;
let picture: Buffer;

beforeAll(async () => {
  [server, folder] = await Promise.all([startS3Server(), createTemporaryDirectory()]);
  await makePicture(join(folder.path, 'picture.png'), 320, 240, 90);
  picture = await readFile(join(folder.path, 'picture.png'));
  const clip = await makeShortClip(folder.path);
  provider = createDirectedProvider(() => completed(clip));
  gateway = await startGateway({ providers: [provider], config: { files: { kind: 's3', ...server.options } } });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const promise = (input: CreateMediaUploadInput) => promiseUpload(gateway.url, input);

async function importAsset(assetId: string) {
  return (await request(gateway.url, IMPORT, { source: { assetId } })).importMedia;
}

async function storedKeys(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of gateway.gateway.media.room.files.list()) keys.push(key);
  return keys;
}

async function sentIds(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { assetId } of gateway.gateway.media.room.files.uploads?.list() ?? []) ids.push(assetId);
  return ids;
}

test('a picture is sent straight into the bucket, becomes a video, and the video is played from there', async () => {
  const upload = await promise({ fileName: 'cat.png', mimeType: 'image/png', bytes: picture.length });
  expect(upload.url).toContain(server.options.endpoint);
  expect((await upload.send(picture)).status).toBe(200);

  const inputs = { firstFrame: { assetId: upload.assetId } };
  const { id } = await createTask(gateway.url, { inputs });
  await untilTask(gateway.url, id, isFinished);
  expect(await sentIds()).toEqual([]);
  expect((await readFile(provider.starts[0]?.inputs.firstFrame?.path ?? '')).equals(picture)).toBe(true);

  const { videoTask } = await request(gateway.url, VIDEO, { id });
  const { video, poster } = videoTask?.results[0] ?? {};
  const whole = await fetch(video?.url ?? '');
  const bytes = Buffer.from(await whole.arrayBuffer());
  expect([whole.status, whole.headers.get('content-type'), bytes.length]).toEqual([200, 'video/mp4', video?.bytes]);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(video?.sha256);
  const part = await fetch(video?.url ?? '', { headers: { range: 'bytes=-100' } });
  expect([part.status, part.headers.get('content-range')]).toEqual([
    206,
    `bytes ${bytes.length - 100}-${bytes.length - 1}/${bytes.length}`,
  ]);
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(-100))).toBe(true);
  const head = await fetch(video?.url ?? '', { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
  expect((await fetch(poster?.url ?? '')).headers.get('content-type')).toBe('image/jpeg');

  await request(gateway.url, DELETE, { id });
  expect((await fetch(video?.url ?? '')).status).toBe(404);
  // The picture stays; the video and its pictures are gone.
  expect(await storedKeys()).toEqual([expect.stringContaining(upload.assetId)]);
});

test('a file that was sent is an asset for whoever asks, with the checks of any upload', async () => {
  const good = await promise({ fileName: 'cat.png' });
  expect((await importAsset(good.assetId)).userErrors).toMatchObject([
    { code: 'NOT_FOUND', message: expect.stringContaining('PUT the file') },
  ]);
  await good.send(picture);
  const both = await Promise.all([importAsset(good.assetId), importAsset(good.assetId)]);
  for (const { asset } of both) expect(asset).toMatchObject({ id: good.assetId, mimeType: 'image/png', width: 320 });
  expect(Buffer.from(await (await fetch(both[0].asset?.url ?? '')).arrayBuffer()).equals(picture)).toBe(true);

  const bad = await promise({ fileName: 'page.png' });
  await bad.send(Buffer.from('<html></html>'));
  expect((await importAsset(bad.assetId)).userErrors).toMatchObject([{ code: 'MEDIA_REJECTED' }]);
  await bad.send(picture);
  expect((await importAsset(bad.assetId)).asset).toMatchObject({ id: bad.assetId });
});

test('what was sent and never used is an asset after the link has ended; what is none is deleted', async () => {
  const room = gateway.gateway.media.room;
  const [unused, bad, late] = await Promise.all(['a.png', 'b.png', 'c.png'].map((fileName) => promise({ fileName })));
  await unused?.send(picture);
  await bad?.send(Buffer.from('no picture'));
  await importAsset(unused?.assetId ?? '');
  await late?.send(picture);
  expect((await sentIds()).sort()).toEqual([bad?.assetId, late?.assetId].sort());
  await unused?.send(picture);
  await sweepUploads(room, new Date(Date.now() + 60 * 60_000));
  expect((await sentIds()).sort()).toEqual([bad?.assetId, late?.assetId].sort());
  await sweepUploads(room, new Date(Date.now() + 2 * 60 * 60_000));
  expect(await sentIds()).toEqual([]);
  expect((await importAsset(late?.assetId ?? '')).asset).toMatchObject({ mimeType: 'image/png' });
  expect((await importAsset(bad?.assetId ?? '')).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
});
