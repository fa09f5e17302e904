import { expect, test } from 'vitest';
import { KEY, localFile, request, SIGNAL, started, startOne, startService } from './dashscope-support.js';

test('a local image stands in the body', async () => {
  const { double, provider } = await startService();
  const image = await localFile('image/png', 3);
  await started(provider, { mode: 'IMAGE_TO_VIDEO', inputs: { firstFrame: image } });
  expect(double.starts[0]?.body.input.media).toEqual([{ type: 'first_frame', url: 'data:image/png;base64,eHh4' }]);
  expect(double.count('upload')).toBe(0);
});

test('local audio and video go through the temporary store, without our key', async () => {
  const { double, provider } = await startService();
  const [video, reference] = [await localFile('video/quicktime', 100_000), await localFile('video/mp4', 10)];
  await started(provider, { mode: 'REFERENCE_TO_VIDEO', inputs: { referenceVideos: [video, reference, video] } });
  const media: { url: string }[] = double.starts[0]?.body.input.media;
  const [first, second, again] = media.map(({ url }) => url);
  expect(first).toMatch(/^oss:\/\/dashscope-instant\/.+\.mov$/);
  expect(second).toMatch(/^oss:\/\/dashscope-instant\/.+\.mp4$/);
  expect(again).toBe(first);
  expect(double.uploads.get(first ?? '')).toEqual({ model: 'wan2.7-r2v', bytes: 100_000, type: 'video/quicktime' });
  expect(double.uploads.size).toBe(2);
  const start = double.requests.find(({ action }) => action === 'start');
  expect(start?.headers['x-dashscope-ossresourceresolve']).toBe('enable');
  const forms = double.requests.filter(({ path }) => path.startsWith('/oss/'));
  expect(forms).toHaveLength(2);
  for (const form of forms) expect(`${JSON.stringify(form.headers)}${form.raw.toString('latin1')}`).not.toContain(KEY);
});

test('images that are too large for the body together are uploaded', async () => {
  const { double, provider } = await startService();
  const images = await Promise.all([4, 4, 2].map((megabytes) => localFile('image/jpeg', megabytes * 1024 * 1024)));
  await started(provider, { mode: 'REFERENCE_TO_VIDEO', inputs: { referenceImages: images } });
  const media: { url: string }[] = double.starts[0]?.body.input.media;
  expect(media.map(({ url }) => url.slice(0, 6))).toEqual(['data:i', 'oss://', 'data:i']);
});

test.each([
  { at: /^\/api\/v1\/uploads$/, answer: { status: 500, body: '' }, outcome: { kind: 'busy' } },
  { at: /^\/api\/v1\/uploads$/, answer: { status: 200, body: { data: {} } }, outcome: { kind: 'busy' } },
  {
    at: /^\/api\/v1\/uploads$/,
    answer: { status: 429, body: { code: 'Throttling.RateQuota', message: 'slow down' } },
    outcome: { kind: 'busy', retryAfterMs: 60_000, error: { code: 'PROVIDER_RATE_LIMIT' } },
  },
  {
    at: /^\/api\/v1\/uploads$/,
    answer: { status: 403, body: { code: 'AccessDenied', message: 'no' } },
    outcome: { kind: 'refused', error: { code: 'PROVIDER_AUTH' } },
  },
  {
    at: /^\/oss\//,
    answer: { status: 503, body: '' },
    outcome: { kind: 'busy', error: { code: 'PROVIDER_UNAVAILABLE' } },
  },
  {
    at: /^\/oss\//,
    answer: { status: 403, body: '<Error/>' },
    outcome: { kind: 'refused', error: { code: 'PROVIDER_FAILED' } },
  },
])('an upload that fails at $at with $answer.status starts nothing', async ({ at, answer, outcome }) => {
  const { double, provider } = await startService();
  double.fail({ action: 'upload', when: 'before', how: 'answer', answer, matches: ({ path }) => at.test(path) });
  const audio = await localFile('audio/wav');
  const asked: string[] = [];
  const maySend = (startKey: string) => Promise.resolve(asked.push(startKey) > 0);
  const [told] = await provider.start([request({ inputs: { audio } })], maySend, SIGNAL);
  expect(told).toMatchObject(outcome);
  expect(asked).toEqual([]);
  expect(double.starts).toEqual([]);
});

test.each(['drop', 'stall'] as const)('an upload whose answer is lost starts nothing, and is busy: %s', async (how) => {
  const { double, provider } = await startService({}, { timeoutMs: 300 });
  double.fail({ action: 'upload', how });
  expect(await startOne(provider, { inputs: { audio: await localFile('audio/mpeg') } })).toMatchObject({
    kind: 'busy',
    error: { code: 'PROVIDER_UNAVAILABLE' },
  });
  expect(double.starts).toEqual([]);
});

test('a file that the store does not take is refused before it is sent', async () => {
  const { double, provider } = await startService({ maxFileMegabytes: 1 });
  const audio = await localFile('audio/wav', 1024 * 1024 + 1);
  const error = { code: 'INVALID_INPUT', message: 'The service takes files up to 1 MB.' };
  expect(await startOne(provider, { inputs: { audio } })).toMatchObject({ kind: 'refused', error });
  expect(double.uploads.size).toBe(0);
});

test.each(['image/png', 'audio/wav'])('our own copy of a file is gone: %s', async (mimeType) => {
  const { provider } = await startService();
  const file = { ...(await localFile(mimeType)), path: '/nowhere/input' };
  const inputs = mimeType === 'image/png' ? { firstFrame: file } : { audio: file };
  const outcome = await startOne(provider, {
    mode: mimeType === 'image/png' ? 'IMAGE_TO_VIDEO' : 'TEXT_TO_VIDEO',
    inputs,
  });
  const message = `The input ${file.assetId} could not be read.`;
  expect(outcome).toMatchObject({
    kind: 'refused',
    error: { code: 'INTERNAL', message, retryable: true, billed: false },
  });
});
