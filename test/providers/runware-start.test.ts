import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputFiles, VideoRequest } from '../../src/providers/provider.js';
import { inputFile, videoRequest } from '../support/video-request.js';
import { onlyOf, openRunware, SIGNAL, startOne, yes, type RunwareBench } from './runware-support.js';

let bench: RunwareBench;
beforeEach(async () => {
  bench = await openRunware();
});
afterEach(() => bench[Symbol.asyncDispose]());

const picture = (name: string) => inputFile(`/${name}.png`, 'image/png', { url: `https://media.test/${name}.png` });
const clip = (name: string) => inputFile(`/${name}.mp4`, 'video/mp4', { url: `https://media.test/${name}.mp4` });
const sound = inputFile('/a.mp3', 'audio/mpeg', { url: 'https://media.test/a.mp3' });

/** What every start of these tests has on the wire, unless a row says otherwise. */
function wireOf({ startKey }: VideoRequest) {
  return {
    taskType: 'videoInference',
    taskUUID: startKey,
    model: 'alibaba:wan@2.7',
    positivePrompt: 'a small kitten running under the moonlight',
    duration: 2,
    seed: 7,
    numberResults: 1,
    deliveryMethod: 'async',
    outputType: 'URL',
    outputFormat: 'MP4',
    outputQuality: 95,
    includeCost: true,
    ttl: 86_400,
    settings: { audio: false, promptExtend: false },
  };
}

const SIZE = { width: 1280, height: 720 };

type Row = { name: string; given: Parameters<typeof videoRequest>[0]; wire: Record<string, unknown>; without?: string };
const ROWS: Row[] = [
  { name: 'text', given: {}, wire: SIZE },
  {
    name: 'text with every option',
    given: {
      negativePrompt: 'blurry',
      quality: 'P1080',
      aspectRatio: 'PORTRAIT_3_4',
      durationSeconds: 15,
      seed: 2_147_483_647,
      promptExtend: true,
      generateAudio: true,
      outputFormat: 'WEBM',
      outputQuality: 20,
      safety: 'FULL',
      callbackUrl: 'https://gateway.test/callbacks/runware/abc',
      inputs: { audio: sound },
    },
    wire: {
      negativePrompt: 'blurry',
      width: 1248,
      height: 1632,
      duration: 15,
      seed: 2_147_483_647,
      outputFormat: 'WEBM',
      outputQuality: 20,
      safety: { checkContent: true, mode: 'full' },
      webhookURL: 'https://gateway.test/callbacks/runware/abc',
      settings: { audio: true, promptExtend: true },
      inputs: { audio: 'https://media.test/a.mp3' },
    },
  },
  {
    name: 'a seed of 0, MOV, a fast check, and a short life that is ours alone to keep',
    given: { seed: 0, outputFormat: 'MOV', safety: 'FAST' },
    wire: { ...SIZE, seed: 0, outputFormat: 'MOV', safety: { checkContent: true, mode: 'fast' }, ttl: 86_400 },
  },
  {
    name: 'a callback address that is not https',
    given: { callbackUrl: 'http://gateway.test/callbacks/x' },
    wire: SIZE,
  },
  {
    name: 'a shot type without references',
    given: { shotType: 'MULTI' },
    wire: { ...SIZE, positivePrompt: 'Generate a multi-shot video. a small kitten running under the moonlight' },
  },
  {
    name: 'a first frame',
    given: { mode: 'IMAGE_TO_VIDEO', inputs: { firstFrame: picture('first') } },
    wire: { resolution: '720p', inputs: { frameImages: [{ image: 'https://media.test/first.png', frame: 'first' }] } },
  },
  {
    name: 'a first frame without a prompt',
    given: { mode: 'IMAGE_TO_VIDEO', prompt: '', inputs: { firstFrame: picture('first') } },
    wire: { resolution: '720p', inputs: { frameImages: [{ image: 'https://media.test/first.png', frame: 'first' }] } },
    without: 'positivePrompt',
  },
  {
    name: 'first and last frame with audio',
    given: {
      mode: 'FIRST_LAST_FRAME',
      quality: 'P1080',
      inputs: { firstFrame: picture('first'), lastFrame: picture('last'), audio: sound },
    },
    wire: {
      resolution: '1080p',
      inputs: {
        frameImages: [
          { image: 'https://media.test/first.png', frame: 'first' },
          { image: 'https://media.test/last.png', frame: 'last' },
        ],
        audio: 'https://media.test/a.mp3',
      },
    },
  },
  {
    name: 'references',
    given: {
      mode: 'REFERENCE_TO_VIDEO',
      shotType: 'MULTI',
      durationSeconds: 10,
      inputs: { referenceImages: [picture('one')], referenceVideos: [clip('two')] },
    },
    wire: {
      ...SIZE,
      duration: 10,
      settings: { audio: false, promptExtend: false, shotType: 'multi' },
      inputs: {
        referenceImages: ['https://media.test/one.png'],
        referenceVideos: ['https://media.test/two.mp4'],
      },
    },
  },
  {
    name: 'a reference without a shot type',
    given: { mode: 'REFERENCE_TO_VIDEO', inputs: { referenceImages: [picture('one')] } },
    wire: {
      ...SIZE,
      settings: { audio: false, promptExtend: false, shotType: 'single' },
      inputs: { referenceImages: ['https://media.test/one.png'] },
    },
  },
];

describe('a request on the wire', () => {
  test.each(ROWS)('$name', async ({ given, wire, without }) => {
    const request = videoRequest(given);
    const outcome = await startOne(bench.adapter, request);
    expect(outcome).toEqual({
      kind: 'started',
      operation: { taskUUID: request.startKey },
      providerTaskId: request.startKey,
      actualPrompt: null,
      answer: { data: [{ taskType: 'videoInference', taskUUID: request.startKey }] },
    });
    const expected = Object.entries({ ...wireOf(request), ...wire }).filter(([name]) => name !== without);
    expect(onlyOf(bench.double.requests).body).toEqual([Object.fromEntries(expected)]);
  });

  test.each([
    ['P720', 'LANDSCAPE_16_9', 1280, 720],
    ['P720', 'PORTRAIT_9_16', 720, 1280],
    ['P720', 'SQUARE_1_1', 960, 960],
    ['P720', 'LANDSCAPE_4_3', 1088, 832],
    ['P720', 'PORTRAIT_3_4', 832, 1088],
    ['P1080', 'LANDSCAPE_16_9', 1920, 1080],
    ['P1080', 'PORTRAIT_9_16', 1080, 1920],
    ['P1080', 'SQUARE_1_1', 1440, 1440],
    ['P1080', 'LANDSCAPE_4_3', 1632, 1248],
    ['P1080', 'PORTRAIT_3_4', 1248, 1632],
  ] as const)('%s %s is %i x %i', async (quality, aspectRatio, width, height) => {
    await startOne(bench.adapter, videoRequest({ quality, aspectRatio, width: 1, height: 1 }));
    expect(onlyOf(bench.double.starts).body).toMatchObject({ width, height });
    expect(bench.adapter.capabilities.sizes[quality][aspectRatio]).toEqual([width, height]);
  });

  test('the key travels as a Bearer token', async () => {
    await startOne(bench.adapter, videoRequest());
    const { headers, raw, path } = onlyOf(bench.double.requests);
    expect({ authorization: headers.authorization, path }).toEqual({
      authorization: 'Bearer runware-test-key',
      path: '/v1',
    });
    expect(raw.toString()).not.toContain('runware-test-key');
  });

  test('a mode that has no field is refused without a request', async () => {
    const outcome = await startOne(bench.adapter, videoRequest({ mode: 'VIDEO_EDIT' }));
    expect(outcome).toMatchObject({ kind: 'refused', error: { code: 'INVALID_INPUT' } });
    expect(bench.double.requests).toEqual([]);
  });
});

describe('inputs without a public link', () => {
  const CONTENT = 'the bytes of a picture';
  async function localInputs(): Promise<Partial<InputFiles>> {
    const path = join(bench.directory, 'first.png');
    await writeFile(path, CONTENT);
    return { firstFrame: inputFile(path, 'image/png') };
  }

  test('they are uploaded as data and named by the UUID of the media', async () => {
    const request = videoRequest({ mode: 'IMAGE_TO_VIDEO', inputs: await localInputs() });
    expect(await startOne(bench.adapter, request)).toMatchObject({ kind: 'started' });
    const { id, media } = onlyOf(bench.double.uploads);
    expect(media).toBe(`data:image/png;base64,${Buffer.from(CONTENT).toString('base64')}`);
    expect(onlyOf(bench.double.starts).body.inputs).toEqual({ frameImages: [{ image: id, frame: 'first' }] });
    expect(bench.double.requests.map(({ action }) => action)).toEqual(['upload', 'start']);
    expect(bench.double.requests[0]?.body).toEqual([
      { taskType: 'mediaStorage', taskUUID: expect.any(String), operation: 'upload', media },
    ]);
  });

  test('permission is asked after the upload', async () => {
    const request = videoRequest({ mode: 'IMAGE_TO_VIDEO', inputs: await localInputs() });
    const seen: string[][] = [];
    const maySend = () => {
      seen.push(bench.double.requests.map(({ action }) => action));
      return Promise.resolve(true);
    };
    await bench.adapter.start([request], maySend, SIGNAL);
    expect(seen).toEqual([['upload']]);
  });

  test('an asset of several results is uploaded once', async () => {
    const inputs = await localInputs();
    const requests = [1, 2, 3, 4].map((seed) => videoRequest({ mode: 'IMAGE_TO_VIDEO', seed, inputs }));
    await bench.adapter.start(requests, yes, SIGNAL);
    expect(bench.double.uploads).toHaveLength(1);
    expect(bench.double.starts).toHaveLength(4);
  });

  test.each([
    ['a broken connection', { how: 'drop' }, { kind: 'busy', error: { code: 'PROVIDER_UNAVAILABLE' } }],
    ['half an answer', { how: 'truncate' }, { kind: 'busy', error: { code: 'PROVIDER_UNAVAILABLE' } }],
    ['500', { how: 'answer', answer: { status: 500 } }, { kind: 'busy', error: { code: 'PROVIDER_UNAVAILABLE' } }],
    ['408', { how: 'answer', answer: { status: 408 } }, { kind: 'busy', error: { code: 'PROVIDER_UNAVAILABLE' } }],
    [
      'no media',
      { how: 'answer', answer: { status: 200, body: { data: [] } } },
      { kind: 'busy', error: { code: 'PROVIDER_UNAVAILABLE' } },
    ],
    [
      '429',
      { how: 'answer', answer: { status: 429, headers: { 'retry-after': '7' } } },
      { kind: 'busy', retryAfterMs: 7000, error: { code: 'PROVIDER_RATE_LIMIT' } },
    ],
    ['401', { how: 'answer', answer: { status: 401 } }, { kind: 'refused', error: { code: 'PROVIDER_AUTH' } }],
    [
      'a refusal',
      { how: 'answer', answer: { status: 400, body: { errors: [{ code: 'invalidMedia', message: 'No picture.' }] } } },
      { kind: 'refused', error: { code: 'INVALID_INPUT', message: 'No picture.', providerCode: 'invalidMedia' } },
    ],
  ] as const)('%s while uploading starts nothing', async (_, fault, expected) => {
    bench.double.fail({ action: 'upload', ...fault });
    const asked: string[] = [];
    const maySend = (startKey: string) => Promise.resolve(asked.push(startKey) > 0);
    const bad = videoRequest({ mode: 'IMAGE_TO_VIDEO', inputs: await localInputs() });
    const good = videoRequest();
    const outcomes = await bench.adapter.start([bad, good], maySend, SIGNAL);
    expect(outcomes).toMatchObject([expected, { kind: 'started' }]);
    expect(asked).toEqual([good.startKey]);
    expect(onlyOf(bench.double.starts).id).toBe(good.startKey);
  });

  test('a file that cannot be read is refused', async () => {
    const firstFrame = inputFile(join(bench.directory, 'none.png'), 'image/png');
    const outcome = await startOne(bench.adapter, videoRequest({ mode: 'IMAGE_TO_VIDEO', inputs: { firstFrame } }));
    expect(outcome).toMatchObject({ kind: 'refused', error: { code: 'INTERNAL', billed: false } });
    expect(bench.double.requests).toEqual([]);
  });
});
