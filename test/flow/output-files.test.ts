import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEvolinkDouble } from '../providers/doubles/evolink.mjs';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { readVideo } from '../support/read-video.js';
import { startGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { createTask, isFinished, untilTask } from '../support/video-tasks.js';

const FILES = graphql(`
  query OutputFiles($id: ID!) {
    videoTask(id: $id) {
      status
      results {
        video {
          url
          urlExpiresAt
          mimeType
          sha256
        }
        original {
          url
          mimeType
        }
        preview {
          url
          mimeType
        }
        storyboard {
          sprite {
            url
            urlExpiresAt
            width
            height
          }
          vttUrl
          vttUrlExpiresAt
          columns
          rows
          count
          tileWidth
          tileHeight
          intervalSeconds
        }
      }
    }
  }
`);

/** What a service writes into its file about the file's origin, in a box of its own as C2PA has it. */
const PROVENANCE = 'made by a model';

test('a WEBM of a service that delivers MP4 plays, with the bytes of the service beside it and pictures to find a place', async () => {
  await using folder = await createTemporaryDirectory();
  const videoPath = await makeShortClip(folder.path);
  const content = Buffer.from(`uuid0123456789abcdef${PROVENANCE}`);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length + 4);
  const delivered = Buffer.concat([await readFile(videoPath), size, content]);
  await writeFile(videoPath, delivered);
  await using double = await startEvolinkDouble({ videoPath, generationMs: 0 });
  const { key: apiKey, baseUrl } = double;
  const price = { P720: 0.1, P1080: 0.2 };
  const service = { name: 'EVOLINK' as const, apiKey, baseUrl, filesBaseUrl: double.url, price };
  await using gateway = await startGateway({ config: { providers: [service] } });

  const { id } = await createTask(gateway.url, { prompt: 'a cat', output: { format: 'WEBM' } });
  await untilTask(gateway.url, id, isFinished);
  const { videoTask } = await request(gateway.url, FILES, { id });
  expect(videoTask?.status).toBe('COMPLETED');
  const { video, original, preview, storyboard } = videoTask?.results[0] ?? {};

  expect(video?.mimeType).toBe('video/webm');
  const played = join(folder.path, 'played.webm');
  await writeFile(played, await bytesAt(video?.url));
  expect(await readVideo(played)).toMatchObject({ videoCodec: 'vp9', width: 320, height: 240, frameCount: 60 });
  expect(original?.mimeType).toBe('video/mp4');
  expect((await bytesAt(original?.url)).equals(delivered)).toBe(true);

  expect(preview?.mimeType).toBe('video/mp4');
  expect((await bytesAt(preview?.url)).length).toBeGreaterThan(1000);
  expect(storyboard).toMatchObject({ columns: 5, rows: 2, count: 10, tileWidth: 256, tileHeight: 192 });
  expect(storyboard?.sprite).toMatchObject({ width: 5 * 256, height: 2 * 192 });
  expect(storyboard?.intervalSeconds).toBe(0.2);
  expect(storyboard?.vttUrlExpiresAt).toBe(storyboard?.sprite.urlExpiresAt);
  const cues = (await bytesAt(storyboard?.vttUrl)).toString().split('\n\n').slice(1);
  expect(cues).toHaveLength(10);
  expect(cues[9]).toMatch(/^00:00:01\.800 --> 00:00:02\.000\n.*#xywh=1024,192,256,192\n$/);
  const [, sprite = ''] = cues[0]?.split('\n') ?? [];
  expect((await bytesAt(sprite)).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
});

async function bytesAt(url: string | null | undefined): Promise<Buffer> {
  const answer = await fetch(url ?? '');
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}
