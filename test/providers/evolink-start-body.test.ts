import { expect, test } from 'vitest';
import type { InputFiles, VideoRequest } from '../../src/providers/provider.js';
import { inputFile, videoRequest } from '../support/video-request.js';
import { openEvolink, started } from './evolink-support.js';

/** A file that the world can fetch, so that nothing has to be uploaded. */
function linked(name: string, mimeType: string) {
  return inputFile(`/nowhere/${name}`, mimeType, { url: `https://media.example/${name}` });
}

const frame = linked('first.png', 'image/png');
const lastFrame = linked('last.png', 'image/png');
const clip = linked('clip.mp4', 'video/mp4');
const audio = linked('sound.mp3', 'audio/mpeg');
const imageA = linked('a.png', 'image/png');
const imageB = linked('b.png', 'image/png');

async function bodyOf(given: Parameters<typeof videoRequest>[0]): Promise<unknown> {
  await using evolink = await openEvolink();
  const request = videoRequest(given);
  await started(evolink.adapter, request);
  expect(evolink.double.starts).toHaveLength(1);
  return evolink.double.starts[0]?.body;
}

test('text to video: every option is on the wire', async () => {
  const body = await bodyOf({
    mode: 'TEXT_TO_VIDEO',
    prompt: 'a kitten',
    negativePrompt: 'blurry',
    quality: 'P1080',
    aspectRatio: 'PORTRAIT_3_4',
    durationSeconds: 15,
    seed: 2_147_483_647,
    promptExtend: true,
    callbackUrl: 'https://gateway.example/callbacks/evolink/token',
    inputs: { audio },
  });
  expect(body).toEqual({
    model: 'wan2.7-text-to-video',
    prompt: 'a kitten',
    negative_prompt: 'blurry',
    audio_urls: ['https://media.example/sound.mp3'],
    quality: '1080p',
    aspect_ratio: '3:4',
    duration: 15,
    seed: 2_147_483_647,
    prompt_extend: true,
    callback_url: 'https://gateway.example/callbacks/evolink/token',
  });
});

test('text to video: what EvoLink would default is still said', async () => {
  expect(await bodyOf({ prompt: 'a kitten', durationSeconds: 5, seed: 1 })).toEqual({
    model: 'wan2.7-text-to-video',
    prompt: 'a kitten',
    quality: '720p',
    aspect_ratio: '16:9',
    duration: 5,
    seed: 1,
    prompt_extend: false,
  });
});

const COMMON = { prompt: 'a kitten', quality: '720p', duration: 2, seed: 7, prompt_extend: false };

const MODES: [name: string, mode: VideoRequest['mode'], inputs: Partial<InputFiles>, body: object][] = [
  [
    'first frame',
    'IMAGE_TO_VIDEO',
    { firstFrame: frame },
    { generation_mode: 'first_frame', image_start: 'https://media.example/first.png' },
  ],
  [
    'first frame with sound',
    'IMAGE_TO_VIDEO',
    { firstFrame: frame, audio },
    {
      generation_mode: 'first_frame',
      image_start: 'https://media.example/first.png',
      audio_urls: ['https://media.example/sound.mp3'],
    },
  ],
  [
    'first and last frame with sound',
    'FIRST_LAST_FRAME',
    { firstFrame: frame, lastFrame, audio },
    {
      generation_mode: 'first_last_frame',
      image_start: 'https://media.example/first.png',
      image_end: 'https://media.example/last.png',
      audio_urls: ['https://media.example/sound.mp3'],
    },
  ],
  [
    'continuation',
    'VIDEO_CONTINUATION',
    { continueFrom: clip },
    { generation_mode: 'video_continuation', video_urls: ['https://media.example/clip.mp4'] },
  ],
  [
    'continuation to a last frame',
    'VIDEO_CONTINUATION',
    { continueFrom: clip, lastFrame },
    {
      generation_mode: 'video_continuation',
      video_urls: ['https://media.example/clip.mp4'],
      image_end: 'https://media.example/last.png',
    },
  ],
];

test.each(MODES)('image to video: %s', async (_name, mode, inputs, media) => {
  expect(await bodyOf({ mode, prompt: 'a kitten', inputs })).toEqual({
    model: 'wan2.7-image-to-video',
    ...media,
    ...COMMON,
  });
});

test('image to video without a prompt sends none', async () => {
  const body = await bodyOf({ mode: 'IMAGE_TO_VIDEO', prompt: '', inputs: { firstFrame: frame } });
  expect(body).not.toHaveProperty('prompt');
});

test('references keep their order, and stand beside a first frame', async () => {
  const inputs = { firstFrame: frame, referenceImages: [imageB, imageA], referenceVideos: [clip] };
  expect(await bodyOf({ mode: 'REFERENCE_TO_VIDEO', prompt: 'a kitten', inputs })).toEqual({
    model: 'wan2.7-reference-video',
    image_start: 'https://media.example/first.png',
    image_urls: ['https://media.example/b.png', 'https://media.example/a.png'],
    video_urls: ['https://media.example/clip.mp4'],
    aspect_ratio: '16:9',
    ...COMMON,
  });
  const [one] = [await bodyOf({ mode: 'REFERENCE_TO_VIDEO', prompt: 'x', inputs: { referenceImages: [imageA] } })];
  expect(one).not.toHaveProperty('video_urls');
  expect(one).not.toHaveProperty('image_start');
});

test('video edit', async () => {
  const inputs = { editVideo: clip, referenceImages: [imageA] };
  expect(await bodyOf({ mode: 'VIDEO_EDIT', prompt: 'a kitten', aspectRatio: 'SQUARE_1_1', inputs })).toEqual({
    model: 'wan2.7-video-edit',
    video_urls: ['https://media.example/clip.mp4'],
    image_urls: ['https://media.example/a.png'],
    keep_original_sound: false,
    aspect_ratio: '1:1',
    ...COMMON,
  });
});

test('a callback address that EvoLink would refuse is left out', async () => {
  for (const callbackUrl of ['http://gateway.example/x', `https://gateway.example/${'x'.repeat(2048)}`, null]) {
    expect(await bodyOf({ callbackUrl })).not.toHaveProperty('callback_url');
  }
});

test.each([
  ['SINGLE', 'a kitten', 'Generate a single-shot video. a kitten'],
  ['MULTI', 'a kitten', 'Generate a multi-shot video. a kitten'],
  [null, 'a kitten', 'a kitten'],
  ['MULTI', 'GENERATE A MULTI-SHOT VIDEO: a kitten', 'GENERATE A MULTI-SHOT VIDEO: a kitten'],
  ['MULTI', 'Shot 1 [0-1s] a street. Shot 2 [1-2s] a cat.', 'Shot 1 [0-1s] a street. Shot 2 [1-2s] a cat.'],
  [
    'SINGLE',
    'Shot 1 [0-1s] a street. Shot 2 [1-2s] a cat.',
    'Generate a single-shot video. Shot 1 [0-1s] a street. Shot 2 [1-2s] a cat.',
  ],
] as const)('shot type %s with "%s"', async (shotType, prompt, sent) => {
  expect(await bodyOf({ shotType, prompt })).toMatchObject({ prompt: sent });
});

test('the sentence of the shot type does not make the prompt longer than EvoLink reads', async () => {
  const body = await bodyOf({ shotType: 'SINGLE', prompt: '😀'.repeat(5000) });
  expect(body).toMatchObject({ prompt: `Generate a single-shot video. ${'😀'.repeat(4970)}` });
});
