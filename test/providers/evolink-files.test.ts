import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEvolink } from '../../src/providers/evolink/adapter.js';
import { memoryFileCache } from '../support/file-cache.js';
import { inputFile, videoRequest } from '../support/video-request.js';
import { openEvolink, PRICE, SIGNAL, start, started, yes } from './evolink-support.js';

type Evolink = Awaited<ReturnType<typeof openEvolink>>;

async function localFile({ directory }: Evolink, name: string, mimeType: string, bytes = `bytes of ${name}`) {
  const path = join(directory, name);
  await writeFile(path, bytes);
  return inputFile(path, mimeType, { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length });
}

async function imageRequest(evolink: Evolink, name = 'frame.png') {
  return videoRequest({ mode: 'IMAGE_TO_VIDEO', inputs: { firstFrame: await localFile(evolink, name, 'image/png') } });
}

test('files without a public link are uploaded, byte for byte, and their links are sent', async () => {
  await using evolink = await openEvolink();
  const referenceImages = [await localFile(evolink, 'a', 'image/png'), await localFile(evolink, 'b', 'image/jpeg')];
  const referenceVideos = [await localFile(evolink, 'c', 'video/mp4', 'v'.repeat(300_000))];
  await started(
    evolink.adapter,
    videoRequest({ mode: 'REFERENCE_TO_VIDEO', inputs: { referenceImages, referenceVideos } }),
  );

  const { uploads, starts, url } = evolink.double;
  expect(uploads.map(({ bytes }) => bytes.toString().slice(0, 10))).toEqual(['bytes of a', 'bytes of b', 'vvvvvvvvvv']);
  expect(uploads[2]?.bytes).toHaveLength(300_000);
  expect(uploads.map((file) => file.mime_type)).toEqual(['image/png', 'image/jpeg', 'video/mp4']);
  expect(uploads.map((file) => file.file_name.split('.')[1])).toEqual(['png', 'jpg', 'mp4']);
  const links = uploads.map((file) => `${url}/uploads/${file.file_id}`);
  expect(starts[0]?.body).toMatchObject({ image_urls: links.slice(0, 2), video_urls: links.slice(2) });
});

test('a file with a public link is not uploaded', async () => {
  await using evolink = await openEvolink();
  const audio = inputFile('/nowhere', 'audio/mpeg', { url: 'https://media.example/sound.mp3?sig=1' });
  await started(evolink.adapter, videoRequest({ inputs: { audio } }));
  expect(evolink.double.count('upload')).toBe(0);
  expect(evolink.double.starts[0]?.body).toMatchObject({ audio_urls: ['https://media.example/sound.mp3?sig=1'] });
});

test('the same bytes are uploaded once, for results at the same time and later', async () => {
  await using evolink = await openEvolink();
  const request = await imageRequest(evolink);
  const again = { ...request, startKey: crypto.randomUUID() };
  const outcomes = await evolink.adapter.start([request, again, again], yes, SIGNAL);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['started', 'started', 'started']);
  await started(evolink.adapter, again);
  expect(evolink.double.count('upload')).toBe(1);
  expect(new Set(evolink.double.starts.map(({ body }) => body.image_start)).size).toBe(1);
});

test.each([
  [400, { success: false, code: 40001, msg: 'File size exceeds the limit' }, 'INVALID_INPUT', '40001'],
  [400, { success: false, code: 40002, msg: 'File type is not supported' }, 'INVALID_INPUT', '40002'],
  [200, { success: false, code: 40004, msg: 'Failed to download' }, 'INVALID_INPUT', '40004'],
  [401, { success: false, code: 401, msg: 'Invalid key' }, 'PROVIDER_AUTH', '401'],
  [402, { error: { code: 402, message: 'No credits' } }, 'PROVIDER_BALANCE', '402'],
  [403, '<html>', 'PROVIDER_AUTH', '403'],
  [413, '<html>', 'INVALID_INPUT', '413'],
])('an upload answered by HTTP %i %j refuses the start', async (status, body, code, providerCode) => {
  await using evolink = await openEvolink();
  evolink.double.fail({ action: 'upload', how: 'answer', answer: { status, body }, when: 'before' });
  const request = await imageRequest(evolink);
  expect(await start(evolink.adapter, request)).toMatchObject({
    kind: 'refused',
    error: {
      code,
      providerCode,
      billed: false,
      message: expect.stringContaining(request.inputs.firstFrame?.assetId ?? '?'),
    },
  });
  expect(evolink.double.count('start')).toBe(0);
  expect(await start(evolink.adapter, request)).toMatchObject({ kind: 'started' });
});

test.each([
  [400, { success: false, code: 40003, msg: 'File quota exceeded' }, 'PROVIDER_RATE_LIMIT', 300_000],
  [429, {}, 'PROVIDER_RATE_LIMIT', 30_000],
  [500, { success: false, code: 50001, msg: 'Storage error' }, 'PROVIDER_UNAVAILABLE', 30_000],
  [502, '<html>', 'PROVIDER_UNAVAILABLE', 30_000],
  [200, { success: true, code: 200, data: {} }, 'PROVIDER_UNAVAILABLE', 30_000],
  [200, { success: false, code: 50001, data: { file_url: 'https://a.example/1' } }, 'PROVIDER_UNAVAILABLE', 30_000],
  [200, { success: true, code: 200, data: { file_url: 'not a link' } }, 'PROVIDER_UNAVAILABLE', 30_000],
])('an upload answered by HTTP %i %j is tried again later', async (status, body, code, retryAfterMs) => {
  await using evolink = await openEvolink();
  evolink.double.fail({ action: 'upload', how: 'answer', answer: { status, body }, when: 'before' });
  const request = await imageRequest(evolink);
  const asked: string[] = [];
  const maySend = (startKey: string) => Promise.resolve(asked.push(startKey) > 0);
  expect(await start(evolink.adapter, request, maySend)).toMatchObject({
    kind: 'busy',
    retryAfterMs,
    error: { code, billed: false, retryable: true },
  });
  expect(asked).toEqual([]);
  expect(await start(evolink.adapter, request)).toMatchObject({ kind: 'started' });
});

test.each(['drop', 'truncate', 'huge'] as const)(
  'a lost upload (%s) is tried again later, never unknown',
  async (how) => {
    await using evolink = await openEvolink();
    evolink.double.fail({ action: 'upload', how });
    const request = await imageRequest(evolink);
    expect(await start(evolink.adapter, request)).toMatchObject({
      kind: 'busy',
      error: { code: 'PROVIDER_UNAVAILABLE' },
    });
    expect(await start(evolink.adapter, request)).toMatchObject({ kind: 'started' });
  },
);

test('the Files API lies at an address of its own', async () => {
  await using evolink = await openEvolink();
  await using other = await openEvolink();
  const { key, baseUrl } = evolink.double;
  const options = { apiKey: key, baseUrl, filesBaseUrl: other.double.url, price: PRICE, fileCache: memoryFileCache() };
  await using adapter = createEvolink(options);
  await started(adapter, await imageRequest(evolink));
  expect([evolink.double.count('upload'), other.double.count('upload')]).toEqual([0, 1]);
});

test('an account that is full waits', async () => {
  await using evolink = await openEvolink({ maxFiles: 1 });
  await started(evolink.adapter, await imageRequest(evolink, 'a.png'));
  expect(await start(evolink.adapter, await imageRequest(evolink, 'b.png'))).toMatchObject({
    kind: 'busy',
    error: { providerCode: '40003' },
  });
});

test('a local file that is gone refuses the start', async () => {
  await using evolink = await openEvolink();
  const firstFrame = inputFile(join(evolink.directory, 'gone.png'), 'image/png');
  expect(await start(evolink.adapter, videoRequest({ mode: 'IMAGE_TO_VIDEO', inputs: { firstFrame } }))).toMatchObject({
    kind: 'refused',
    error: { code: 'INTERNAL', message: `The input ${firstFrame.assetId} cannot be read.` },
  });
  expect(evolink.double.requests).toEqual([]);
});
