import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkRound } from '../../src/poller/check.js';
import type { PollerMedia } from '../../src/poller/poller-context.js';
import { secureRound } from '../../src/poller/secure.js';
import { startRound } from '../../src/poller/start.js';
import { stopRound } from '../../src/poller/stop.js';
import { uploadRound } from '../../src/poller/upload.js';
import { dropAllClaims } from '../../src/tasks/claims.js';
import { checkEvents } from '../support/check-events.js';
import { keptOutput } from '../support/kept-output.js';
import { completed } from '../support/outcomes.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import { openPollerRoom, type PollerRoom } from './support/poller-room.js';

const { signal } = new AbortController();
const UPLOADED = { kind: 'uploaded', uploadedTo: 'https://bucket.example.com/video.mp4' } as const;
const BUSY = { kind: 'unreachable', reason: 'The server answered with status 503.' } as const;
/** Tries of one upload. */
const TRIES = 8;

let database: TestDatabase;
let room: PollerRoom;
beforeAll(async () => {
  database = await openEmbedded();
  room = await openPollerRoom(database.prisma);
});
beforeEach(() => room.clear());
afterAll(() => database[Symbol.asyncDispose]());

/** A task whose video is kept and has to go to an address, and a worker that sends it as the test says. */
async function kept(uploadOutput: PollerMedia['uploadOutput']) {
  const { id } = await room.insert({ facts: { uploadUrl: 'sealed' } });
  const provider = createScriptedProvider({ check: () => completed('/tmp/output.mp4') });
  let keeps = 0;
  const keepOutput = async () => ((keeps += 1), keptOutput('asset_video'));
  const context = room.worker('one', provider, { keepOutput, uploadOutput });
  await startRound(context, signal);
  await room.makeDue();
  await checkRound(context, signal);
  expect(await secureRound(context)).toBe(true);
  expect(keeps).toBe(1);
  const upload = async (): Promise<boolean> => {
    await room.makeDue();
    expect(await secureRound(context)).toBe(false);
    return uploadRound(context);
  };
  const result = async () => (await room.task(id)).results[0];
  return { id, provider, context, upload, result };
}

test('a video is there before it is uploaded, and its result completes with the address', async () => {
  const orders: unknown[] = [];
  const { id, provider, upload, result } = await kept(async (order) => (orders.push(order), UPLOADED));
  expect(await result()).toMatchObject({ phase: 'SECURING', status: 'PROCESSING', videoAssetId: 'asset_video' });
  expect(provider.released).toEqual([]);
  expect(await upload()).toBe(true);
  expect(await result()).toMatchObject({
    status: 'COMPLETED',
    progress: 100,
    uploadedTo: UPLOADED.uploadedTo,
    uploadError: null,
  });
  expect(orders).toEqual([{ callerId: room.callerId, assetId: 'asset_video', sealedUrl: 'sealed' }]);
  expect(provider.released).toHaveLength(1);
  expect(await upload()).toBe(false);
  checkEvents(await room.events(id));
});

test('a receiver that is busy is tried again, also by the process after this one', async () => {
  let tries = 0;
  const { id, context, upload } = await kept(async () => ((tries += 1), tries < 3 ? BUSY : UPLOADED));
  await upload();
  expect(await uploadRound(context)).toBe(false);
  await dropAllClaims(room.prisma);
  const next = { ...context, worker: 'next' };
  for (const _ of [2, 3]) {
    await room.makeDue();
    expect(await uploadRound(next)).toBe(true);
  }
  expect(await room.task(id)).toMatchObject({ status: 'COMPLETED', results: [{ uploadedTo: UPLOADED.uploadedTo }] });
});

test('after the last try the result completes all the same, and says what became of the upload', async () => {
  let tries = 0;
  const { id, upload, result } = await kept(async () => ((tries += 1), BUSY));
  for (let round = 1; round <= TRIES; round += 1) {
    expect((await result())?.status).toBe('PROCESSING');
    await upload();
  }
  const uploadError = { code: 'UPLOAD_FAILED', message: expect.stringContaining('status 503'), provider: null };
  expect(await room.task(id)).toMatchObject({
    status: 'COMPLETED',
    error: null,
    results: [{ status: 'COMPLETED', videoAssetId: 'asset_video', uploadedTo: null, error: null, uploadError }],
  });
  expect(tries).toBe(TRIES);
  checkEvents(await room.events(id));
});

test('what is refused is not tried again, and a video that cannot be read is', async () => {
  const { upload, result } = await kept(async () => ({
    kind: 'refused',
    reason: 'The server answered with status 403.',
  }));
  await upload();
  expect(await result()).toMatchObject({ status: 'COMPLETED', uploadError: { code: 'UPLOAD_FAILED' } });
  const unreadable = await kept(async () => Promise.reject(new Error('The disk is gone.')));
  await unreadable.upload();
  expect(await unreadable.result()).toMatchObject({ status: 'PROCESSING', uploadError: null });
});

test('a task that is cancelled while it is uploaded keeps its video, and is not sent again', async () => {
  let tries = 0;
  const { id, provider, context, upload, result } = await kept(async () => ((tries += 1), BUSY));
  await upload();
  await room.cancel(id, provider);
  await room.makeDue();
  await stopRound(context, signal);
  expect(await upload()).toBe(false);
  expect(tries).toBe(1);
  expect(await result()).toMatchObject({ status: 'CANCELLED', videoAssetId: 'asset_video', uploadedTo: null });
});
