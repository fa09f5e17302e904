import { expect, test } from 'vitest';
import { KEY, linkedFile, started, startService } from './dashscope-support.js';

const IMAGE = linkedFile('image/png', 'https://media.example.com/first.png');
const OTHER_IMAGE = linkedFile('image/jpeg', 'https://media.example.com/last.jpg');
const VIDEO = linkedFile('video/mp4', 'https://media.example.com/clip.mp4');
const AUDIO = linkedFile('audio/mpeg', 'https://media.example.com/song.mp3');

test('text-to-video: every option is on the wire', async () => {
  const { double, provider } = await startService();
  const outcome = await started(provider, {
    prompt: 'a kitten',
    negativePrompt: 'blurry',
    quality: 'P1080',
    aspectRatio: 'PORTRAIT_3_4',
    durationSeconds: 15,
    seed: 0,
    promptExtend: true,
    inputs: { audio: AUDIO },
  });
  expect(double.starts.map(({ body }) => body)).toEqual([
    {
      model: 'wan2.7-t2v',
      input: { prompt: 'a kitten', negative_prompt: 'blurry', audio_url: AUDIO.url },
      parameters: { resolution: '1080P', ratio: '3:4', duration: 15, prompt_extend: true, watermark: false, seed: 0 },
    },
  ]);
  expect(outcome).toEqual({
    kind: 'started',
    operation: { taskId: double.starts[0]?.id },
    providerTaskId: double.starts[0]?.id,
    actualPrompt: null,
    answer: { output: { task_status: 'PENDING', task_id: double.starts[0]?.id }, request_id: expect.any(String) },
  });
  expect(double.requests[0]?.headers).toMatchObject({
    authorization: `Bearer ${KEY}`,
    'x-dashscope-async': 'enable',
    'content-type': 'application/json',
  });
  expect(double.requests[0]?.headers).not.toHaveProperty('x-dashscope-ossresourceresolve');
});

test('nothing is left to a default of the service', async () => {
  const { double, provider } = await startService();
  await started(provider, { prompt: 'a kitten', seed: 7, durationSeconds: 2 });
  expect(double.starts[0]?.body).toEqual({
    model: 'wan2.7-t2v',
    input: { prompt: 'a kitten' },
    parameters: { resolution: '720P', ratio: '16:9', duration: 2, prompt_extend: false, watermark: false, seed: 7 },
  });
});

const PARAMETERS = { resolution: '720P', duration: 5, prompt_extend: false, watermark: false, seed: 7 };

test.each([
  {
    name: 'a first frame with driving audio',
    given: { mode: 'IMAGE_TO_VIDEO', inputs: { firstFrame: IMAGE, audio: AUDIO } },
    model: 'wan2.7-i2v',
    media: [
      { type: 'first_frame', url: IMAGE.url },
      { type: 'driving_audio', url: AUDIO.url },
    ],
    parameters: PARAMETERS,
  },
  {
    name: 'first and last frame',
    given: { mode: 'FIRST_LAST_FRAME', inputs: { firstFrame: IMAGE, lastFrame: OTHER_IMAGE } },
    model: 'wan2.7-i2v',
    media: [
      { type: 'first_frame', url: IMAGE.url },
      { type: 'last_frame', url: OTHER_IMAGE.url },
    ],
    parameters: PARAMETERS,
  },
  {
    name: 'a clip that goes on to a last frame',
    given: { mode: 'VIDEO_CONTINUATION', inputs: { continueFrom: VIDEO, lastFrame: OTHER_IMAGE } },
    model: 'wan2.7-i2v',
    media: [
      { type: 'first_clip', url: VIDEO.url },
      { type: 'last_frame', url: OTHER_IMAGE.url },
    ],
    parameters: PARAMETERS,
  },
  {
    name: 'references in their order, with a ratio',
    given: { mode: 'REFERENCE_TO_VIDEO', inputs: { referenceImages: [OTHER_IMAGE, IMAGE], referenceVideos: [VIDEO] } },
    model: 'wan2.7-r2v',
    media: [
      { type: 'reference_image', url: OTHER_IMAGE.url },
      { type: 'reference_image', url: IMAGE.url },
      { type: 'reference_video', url: VIDEO.url },
    ],
    parameters: { ...PARAMETERS, ratio: '9:16' },
  },
  {
    name: 'references with a first frame, which gives the ratio',
    given: { mode: 'REFERENCE_TO_VIDEO', inputs: { firstFrame: IMAGE, referenceVideos: [VIDEO] } },
    model: 'wan2.7-r2v',
    media: [
      { type: 'first_frame', url: IMAGE.url },
      { type: 'reference_video', url: VIDEO.url },
    ],
    parameters: PARAMETERS,
  },
  {
    name: 'an edit with an image',
    given: { mode: 'VIDEO_EDIT', inputs: { editVideo: VIDEO, referenceImages: [IMAGE] } },
    model: 'wan2.7-videoedit',
    media: [
      { type: 'video', url: VIDEO.url },
      { type: 'reference_image', url: IMAGE.url },
    ],
    parameters: { ...PARAMETERS, ratio: '9:16', audio_setting: 'auto' },
  },
  {
    name: 'an edit that would be silent, which the service cannot make and is never asked for',
    given: { mode: 'VIDEO_EDIT', generateAudio: false, inputs: { editVideo: VIDEO } },
    model: 'wan2.7-videoedit',
    media: [{ type: 'video', url: VIDEO.url }],
    parameters: { ...PARAMETERS, ratio: '9:16', audio_setting: 'auto' },
  },
] as const)('$name', async ({ given, model, media, parameters }) => {
  const { double, provider } = await startService();
  const inputs = JSON.parse(JSON.stringify(given.inputs));
  await started(provider, {
    generateAudio: true,
    ...given,
    prompt: 'Image 1 dances',
    aspectRatio: 'PORTRAIT_9_16',
    durationSeconds: 5,
    inputs,
  });
  expect(double.starts.map(({ body }) => body)).toEqual([
    { model, input: { prompt: 'Image 1 dances', media }, parameters },
  ]);
});

test('a mode that needs no prompt is started without one', async () => {
  const { double, provider } = await startService();
  await started(provider, { mode: 'IMAGE_TO_VIDEO', prompt: '', negativePrompt: '', inputs: { firstFrame: IMAGE } });
  expect(double.starts[0]?.body.input).toEqual({ media: [{ type: 'first_frame', url: IMAGE.url }] });
});

test.each([
  { shotType: 'SINGLE', prompt: 'a kitten', sent: 'Generate a single-shot video. a kitten' },
  { shotType: 'MULTI', prompt: 'a kitten', sent: 'Generate a multi-shot video. a kitten' },
  {
    shotType: 'MULTI',
    prompt: 'generate a MULTI-shot video of a kitten',
    sent: 'generate a MULTI-shot video of a kitten',
  },
  { shotType: null, prompt: 'a kitten', sent: 'a kitten' },
] as const)('shot type $shotType of "$prompt" is told in the prompt', async ({ shotType, prompt, sent }) => {
  const { double, provider } = await startService();
  await started(provider, { shotType, prompt });
  expect(double.starts[0]?.body.input.prompt).toBe(sent);
});

test('a shot list of several shots needs no sentence about the shot type', async () => {
  const { double, provider } = await startService();
  const prompt = 'Shot 1 [0-2s] a kitten Shot 2 [2-5s] a dog';
  await started(provider, { shotType: 'MULTI', prompt });
  expect(double.starts[0]?.body.input.prompt).toBe(prompt);
});

test('the sentence about the shot type never makes a prompt longer than 5000 characters', async () => {
  const { double, provider } = await startService();
  await started(provider, { shotType: 'SINGLE', prompt: '🐈'.repeat(5000) });
  const sent: string = double.starts[0]?.body.input.prompt;
  expect(Array.from(sent)).toHaveLength(5000);
  expect(sent).toMatch(/^Generate a single-shot video\. (?:🐈)+$/u);
});
