import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { Upload, type DetailedError } from 'tus-js-client';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { newId } from '../../src/lib/new-id.js';
import { createMediaUpload } from '../../src/media/create-media-upload.js';
import { MAX_INPUT_BYTES } from '../../src/media/limits.js';
import { registerMediaRoutes } from '../../src/media/media-routes.js';
import { wavBytes } from './support/media-files.js';
import { openRoom, type TestRoom } from './support/open-room.js';

const SECRET = 'a secret of the test';
const callerId = newId('caller');

let test: TestRoom;
let server: FastifyInstance;
let publicUrl: string;
beforeAll(async () => {
  test = await openRoom();
  server = fastify({ logger: false, forceCloseConnections: true });
  await server.register(registerMediaRoutes, { room: test.room, secret: SECRET, site: { publicUrl: '' } });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const address: AddressInfo | string | null = server.server.address();
  publicUrl = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(async () => {
  await server.close();
  await test[Symbol.asyncDispose]();
});

async function promise() {
  const places = { uploads: test.room.uploads, direct: null, secret: SECRET, publicUrl };
  const outcome = await createMediaUpload(places, { callerId, fileName: 'a.wav', mimeType: null, bytes: null });
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.upload;
}

const sound = (): Buffer => {
  const bytes = wavBytes(20);
  randomBytes(5_000).copy(bytes, 100_000);
  return bytes;
};

type Sending = { endpoint: string; chunkSize?: number; uploadUrl?: string; onChunk?: (upload: Upload) => void };

/** Sends a file as a stock client does; `onChunk` sees each piece that has arrived. */
function send(bytes: Buffer, { endpoint, chunkSize = 200_000, uploadUrl, onChunk }: Sending): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const upload: Upload = new Upload(bytes, {
      endpoint,
      chunkSize,
      retryDelays: null,
      ...(uploadUrl === undefined ? {} : { uploadUrl }),
      onChunkComplete: () => onChunk?.(upload),
      onSuccess: () => resolve(upload),
      onError: reject,
    });
    upload.start();
  });
}

/** Sends some of a file and breaks off; returns the address at which it goes on. */
function sendSome(bytes: Buffer, endpoint: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const onChunk = (upload: Upload): void => void upload.abort().then(() => resolve(upload.url ?? ''), reject);
    void send(bytes, { endpoint, onChunk }).catch(reject);
  });
}

function reason(error: DetailedError): string {
  return `${error.originalResponse?.getStatus()} ${error.originalResponse?.getBody()}`;
}

it('takes a file in pieces', async () => {
  const upload = await promise();
  const bytes = sound();
  await send(bytes, { endpoint: upload.url });
  const asset = await test.room.assets.find(callerId, upload.assetId);
  expect(asset).toMatchObject({ origin: 'UPLOADED', mimeType: 'audio/wav', bytes: bytes.length });
  expect(asset?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(await test.temporaryNames()).toEqual([]);
});

it('goes on where an upload broke off, at the link that it had', async () => {
  const upload = await promise();
  const bytes = sound();
  const uploadUrl = await sendSome(bytes, upload.url);
  expect(uploadUrl).toBe(upload.url);
  expect(await test.room.assets.find(callerId, upload.assetId)).toBeNull();
  const chunks = vi.fn<() => void>();
  await send(bytes, { endpoint: upload.url, uploadUrl, onChunk: chunks });
  expect(chunks.mock.calls.length).toBeLessThan(Math.ceil(bytes.length / 200_000));
  const asset = await test.room.assets.find(callerId, upload.assetId);
  expect(asset?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
});

it('begins anew where a crash came between the last piece and the asset', async () => {
  const upload = await promise();
  const bytes = sound();
  const uploadUrl = await sendSome(bytes, upload.url);
  await writeFile(join(test.room.temporaryDirectory, upload.assetId), bytes);
  await send(bytes, { endpoint: upload.url, uploadUrl });
  const asset = await test.room.assets.find(callerId, upload.assetId);
  expect(asset?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
});

it('refuses what is no fit file, takes a better one at the same link, and then no more', async () => {
  const { url: endpoint, assetId } = await promise();
  await expect(send(Buffer.from('no sound'), { endpoint }).catch(reason)).resolves.toMatch(/^422 .*MEDIA_REJECTED/);
  expect(await test.temporaryNames()).toEqual([]);
  await send(wavBytes(3), { endpoint });
  expect(await test.room.assets.find(callerId, assetId)).toMatchObject({ durationSeconds: 3 });
  await expect(send(wavBytes(3), { endpoint }).catch(reason)).resolves.toMatch(/^409 .*ALREADY_UPLOADED/);
});

it('refuses links that were changed, and files that are announced as too large', async () => {
  const { url } = await promise();
  const changed = url.replace('signature=', 'signature=A');
  await expect(send(wavBytes(3), { endpoint: changed }).catch(reason)).resolves.toMatch(/^403 .*LINK_INVALID/);
  const headers = { 'tus-resumable': '1.0.0', 'upload-length': String(MAX_INPUT_BYTES + 1) };
  expect((await fetch(url, { method: 'POST', headers })).status).toBe(413);
  expect(await test.temporaryNames()).toEqual([]);
});

it('may be used by a page of any origin', async () => {
  const { url } = await promise();
  const asked = await fetch(url, { method: 'OPTIONS', headers: { origin: 'https://page.example' } });
  expect(asked.headers.get('access-control-allow-methods')).toContain('PATCH');
  expect(asked.headers.get('access-control-allow-headers')).toContain('upload-offset');
  const headers = { 'tus-resumable': '1.0.0', 'upload-length': '10', origin: 'https://page.example' };
  const made = await fetch(url, { method: 'POST', headers });
  expect(made.headers.get('access-control-allow-origin')).toBe('*');
  expect(made.headers.get('access-control-expose-headers')).toContain('Upload-Offset');
});
