import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { fastify, type FastifyInstance } from 'fastify';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '../../src/lib/new-id.js';
import type { MediaAsset } from '../../src/media/asset.js';
import { createMediaUpload, type UploadInstructions } from '../../src/media/create-media-upload.js';
import { deleteAssets } from '../../src/media/delete-assets.js';
import { keepProducedFile } from '../../src/media/keep-produced-file.js';
import { MAX_INPUT_BYTES } from '../../src/media/limits.js';
import { signLink, signUploadLink } from '../../src/media/links.js';
import { registerMediaRoutes } from '../../src/media/media-routes.js';
import { sweepExpired } from '../../src/media/sweep-expired.js';
import { imageBytes, wavBytes, write } from './support/media-files.js';
import { openRoom, type TestRoom } from './support/open-room.js';

const SECRET = 'a secret of the test';
const NAME = '小猫 under the moon, "take 1" 🐈.mp4';
const callerId = newId('caller');

let test: TestRoom;
let server: FastifyInstance;
let publicUrl: string;
beforeAll(async () => {
  test = await openRoom();
  // Answers that a test does not read to the end hold their connections.
  server = fastify({ logger: false, forceCloseConnections: true });
  await server.register(registerMediaRoutes, { room: test.room, secret: SECRET, site: { publicUrl: '' } });
  server.post('/json', (incoming) => ({ got: incoming.body }));
  await server.listen({ host: '127.0.0.1', port: 0 });
  const address: AddressInfo | string | null = server.server.address();
  publicUrl = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
}, 60_000);
afterAll(async () => {
  await server.close();
  await test[Symbol.asyncDispose]();
});

const inFuture = (): Date => new Date(Date.now() + 60_000);

describe('GET /media', () => {
  let asset: MediaAsset;
  let link: string;
  let content: Buffer;
  beforeAll(async () => {
    content = wavBytes(3);
    randomBytes(200).copy(content, 1000);
    const path = await write(`${test.directory}/served.wav`, content);
    const kept = await keepProducedFile(test.room, { callerId, path, fileName: NAME, expiresAt: null, assetId: null });
    if (kept.kind === 'refused') throw new Error(kept.message);
    asset = kept.asset;
    link = signLink({ secret: SECRET, publicUrl, assetId: asset.id, fileName: asset.fileName, expiresAt: inFuture() });
  });

  const get = (headers: Record<string, string> = {}, url = link) => fetch(url, { headers });

  it('gives the whole file under its type and name, to be cached for the life of the link', async () => {
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      'content-type': 'audio/wav',
      'content-length': String(content.length),
      'accept-ranges': 'bytes',
      etag: `"${createHash('sha256').update(content).digest('hex')}"`,
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
    });
    expect(headers['cache-control']).toMatch(/^private, max-age=([1-5]\d), immutable$/);
    expect(headers['content-disposition']).toMatch(/^inline; filename="/);
    expect(headers['content-disposition']).toContain(encodeURIComponent('小猫'));
  });

  it('offers a download on demand', async () => {
    const answer = await get({}, `${link}&download=1`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
    await answer.body?.cancel();
  });

  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=1000-1199', 1000, 1199],
    ['bytes=48000-', 48_000, 48_043],
    ['bytes=-10', 48_034, 48_043],
    ['bytes=48000-99999999', 48_000, 48_043],
  ])('gives the range %s', async (range, first, last) => {
    const answer = await get({ range });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${first}-${last}/${content.length}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(content.subarray(first, last + 1))).toBe(true);
  });

  it.each(['bytes=48044-', 'bytes=99999-100000'])('refuses the range %s beyond the end', async (range) => {
    const answer = await get({ range });
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe(`bytes */${content.length}`);
    expect(await answer.json()).toMatchObject({ error: { code: 'RANGE_NOT_SATISFIABLE' } });
  });

  it.each(['bytes=0-1,5-6', 'lines=1-2'])('answers the range %s with the whole file', async (range) => {
    const answer = await get({ range });
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, content.length]);
  });

  it('gives a range only of the content that the client knows', async () => {
    const etag = `"${asset.sha256}"`;
    expect((await get({ range: 'bytes=0-9', 'if-range': etag })).status).toBe(206);
    expect((await get({ range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200);
  });

  it('answers 304 to who has it', async () => {
    const etag = `"${asset.sha256}"`;
    for (const tag of [etag, `W/${etag}`, `"a", ${etag}`, '*']) {
      const answer = await get({ 'if-none-match': tag });
      expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, etag, '']);
    }
    expect((await get({ 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('HEAD answers as GET does, without the body', async () => {
    const answer = await request(link, { method: 'HEAD' });
    expect([answer.statusCode, answer.headers['content-length']]).toEqual([200, String(content.length)]);
    expect(await answer.body.text()).toBe('');
    const part = await request(link, { method: 'HEAD', headers: { range: 'bytes=0-9' } });
    expect([part.statusCode, part.headers['content-length']]).toEqual([206, '10']);
  });

  it('refuses expired and changed links with 403', async () => {
    const claim = { secret: SECRET, publicUrl, assetId: asset.id, fileName: asset.fileName };
    const expired = await get({}, signLink({ ...claim, expiresAt: new Date(Date.now() - 1000) }));
    expect([expired.status, await expired.json()]).toMatchObject([403, { error: { code: 'LINK_EXPIRED' } }]);
    expect(expired.headers.get('cache-control')).toBe('no-store');
    const upload = new URL(signUploadLink({ ...claim, expiresAt: inFuture() }));
    const changed = [
      link.replace(/expires=\d+/, 'expires=9999999999'),
      link.replace(/signature=./, (match) => (match.endsWith('A') ? 'signature=B' : 'signature=A')),
      link.replace(asset.id, newId('asset')),
      link.replace('.wav', '.html'),
      link.replace(/\?.*/, ''),
      `${link}&expires=9999999999`,
      `${publicUrl}/media/${asset.id}/${asset.fileName}${upload.search}`,
    ];
    for (const url of changed) {
      const answer = await get({}, url);
      expect([answer.status, await answer.json()]).toMatchObject([403, { error: { code: 'LINK_INVALID' } }]);
    }
  });

  it('answers 410 once the time of the file is over, whether the link still holds or not', async () => {
    const path = await write(`${test.directory}/expired.wav`, wavBytes(2));
    const expiresAt = new Date(Date.now() - 60_000);
    const kept = await keepProducedFile(test.room, { callerId, path, fileName: 'a', expiresAt, assetId: null });
    if (kept.kind === 'refused') throw new Error(kept.message);
    const claim = { secret: SECRET, publicUrl, assetId: kept.asset.id, fileName: kept.asset.fileName };
    for (const sweepsFirst of [false, true]) {
      if (sweepsFirst) await sweepExpired(test.room, new Date());
      for (const endsAt of [inFuture(), new Date(Date.now() - 1000)]) {
        const answer = await get({}, signLink({ ...claim, expiresAt: endsAt }));
        const message = `This file was kept until ${expiresAt.toISOString()}, and is gone for good.`;
        expect([answer.status, await answer.json()]).toEqual([410, { error: { code: 'FILE_EXPIRED', message } }]);
        expect(answer.headers.get('cache-control')).toBe('no-store');
      }
    }
  });

  it('answers 404 once the asset is deleted', async () => {
    const path = await write(`${test.directory}/deleted.wav`, wavBytes(2));
    const kept = await keepProducedFile(test.room, { callerId, path, fileName: 'a', expiresAt: null, assetId: null });
    if (kept.kind === 'refused') throw new Error(kept.message);
    const { id: assetId, fileName } = kept.asset;
    const url = signLink({ secret: SECRET, publicUrl, assetId, fileName, expiresAt: inFuture() });
    expect((await get({}, url)).status).toBe(200);
    await deleteAssets(test.room, callerId, [assetId]);
    const answer = await get({}, url);
    expect([answer.status, await answer.json()]).toMatchObject([404, { error: { code: 'NOT_FOUND' } }]);
  });

  it('answers 404, not to be cached, when only the file is gone', async () => {
    const path = await write(`${test.directory}/lost.wav`, wavBytes(2));
    const kept = await keepProducedFile(test.room, { callerId, path, fileName: 'a', expiresAt: null, assetId: null });
    if (kept.kind === 'refused') throw new Error(kept.message);
    await test.room.files.delete(kept.asset.storageKey);
    const { id: assetId, fileName } = kept.asset;
    const answer = await get({}, signLink({ secret: SECRET, publicUrl, assetId, fileName, expiresAt: inFuture() }));
    expect([answer.status, answer.headers.get('etag')]).toEqual([404, null]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('PUT /uploads', () => {
  async function promise(fileName = 'my cat.png'): Promise<UploadInstructions> {
    const places = { uploads: test.room.uploads, direct: null, secret: SECRET, publicUrl };
    const outcome = await createMediaUpload(places, { callerId, fileName, mimeType: null, bytes: null });
    if (outcome.kind === 'refused') throw new Error(outcome.message);
    return outcome.upload;
  }

  const put = (url: string, body: Buffer | string, headers: Record<string, string> = {}) =>
    fetch(url, { method: 'PUT', body, headers });

  it('keeps the bytes as the promised asset, once', async () => {
    const upload = await promise();
    const bytes = await imageBytes('jpeg', 400, 300);
    const answer = await put(
      upload.url,
      bytes,
      Object.fromEntries(upload.headers.map(({ name, value }) => [name, value])),
    );
    expect([answer.status, await answer.json()]).toEqual([201, { assetId: upload.assetId }]);
    const asset = await test.room.assets.find(callerId, upload.assetId);
    expect(asset).toMatchObject({
      origin: 'UPLOADED',
      mimeType: 'image/jpeg',
      fileName: 'my cat.jpg',
      bytes: bytes.length,
    });

    const again = await put(upload.url, await imageBytes('png', 300, 300));
    expect([again.status, await again.json()]).toMatchObject([409, { error: { code: 'ALREADY_UPLOADED' } }]);
    expect(await test.room.assets.find(callerId, upload.assetId)).toEqual(asset);
    await vi.waitFor(async () => expect(await test.temporaryNames()).toEqual([]));
  });

  it('takes a body of any declared type, JSON included, and of unknown length', async () => {
    const bytes = await imageBytes('png', 300, 300);
    expect((await put((await promise()).url, bytes, { 'content-type': 'application/json' })).status).toBe(201);
    const chunked = await request((await promise()).url, {
      method: 'PUT',
      body: Readable.from([bytes.subarray(0, 50), bytes.subarray(50)]),
    });
    expect([chunked.statusCode, await chunked.body.json()]).toMatchObject([201, {}]);
  });

  it('leaves the bodies of other routes alone', async () => {
    const answer = await fetch(`${publicUrl}/json`, {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await answer.json()).toEqual({ got: { a: 1 } });
  });

  it('refuses what is no fit file, says what would be right, and takes a better one at the same link', async () => {
    const { url } = await promise();
    for (const [body, sentence] of [
      ['', 'empty'],
      ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'PNG, JPEG'],
      [wavBytes(1), '2 to 30 s'],
    ] as const) {
      const answer = await put(url, body);
      expect([answer.status, await answer.json()]).toMatchObject([
        422,
        { error: { code: 'MEDIA_REJECTED', message: expect.stringContaining(sentence) } },
      ]);
    }
    expect((await put(url, 'x', { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await put(url, wavBytes(2))).status).toBe(201);
    await vi.waitFor(async () => expect(await test.temporaryNames()).toEqual([]));
  });

  it('refuses a declared length over the limit before it is sent', async () => {
    const { url } = await promise();
    const status = await new Promise((resolve, reject) => {
      const outgoing = httpRequest(url, { method: 'PUT', headers: { 'content-length': MAX_INPUT_BYTES + 1 } });
      outgoing.on('error', reject);
      outgoing.on('response', (answer) => {
        resolve(answer.statusCode);
        outgoing.destroy();
      });
      outgoing.flushHeaders();
    });
    expect(status).toBe(413);
  });

  it('refuses an endless body at the limit, and keeps nothing of it', async () => {
    const { url } = await promise();
    const piece = Buffer.alloc(1024 * 1024);
    let sent = 0;
    function* endless(): Generator<Buffer> {
      for (;;) {
        sent += piece.length;
        yield piece;
      }
    }
    const status = await new Promise((resolve, reject) => {
      const outgoing = httpRequest(url, { method: 'PUT' });
      outgoing.on('error', reject);
      outgoing.on('response', (answer) => {
        resolve(answer.statusCode);
        outgoing.destroy();
      });
      Readable.from(endless()).pipe(outgoing);
    });
    expect(status).toBe(413);
    expect(sent).toBeGreaterThan(MAX_INPUT_BYTES);
    expect(sent).toBeLessThan(2 * MAX_INPUT_BYTES);
    await vi.waitFor(async () => expect(await test.temporaryNames()).toEqual([]));
  }, 30_000);

  it('leaves nothing behind when the client goes away half-way, and takes the file afterwards', async () => {
    const upload = await promise();
    const bytes = await imageBytes('png', 500, 500);
    const outgoing = httpRequest(upload.url, { method: 'PUT', headers: { 'content-length': bytes.length } });
    outgoing.on('error', () => undefined);
    outgoing.write(bytes.subarray(0, 500));
    await vi.waitFor(async () => expect(await test.temporaryNames()).toHaveLength(1));
    outgoing.destroy();
    await vi.waitFor(async () => expect(await test.temporaryNames()).toEqual([]));
    expect(await test.room.assets.find(callerId, upload.assetId)).toBeNull();
    expect((await put(upload.url, bytes)).status).toBe(201);
  });

  it('lets one of two uploads at the same moment win', async () => {
    const upload = await promise();
    const bodies = await Promise.all(['red', 'blue'].map((colour) => imageBytes('png', 300, 300, colour)));
    const answers = await Promise.all(bodies.map((body) => put(upload.url, body)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    const asset = await test.room.assets.find(callerId, upload.assetId);
    const winner = bodies[answers.findIndex((answer) => answer.status === 201)] ?? Buffer.alloc(0);
    expect(asset?.sha256).toBe(createHash('sha256').update(winner).digest('hex'));
  });

  it('refuses links that are expired, changed, for looking, or not promised', async () => {
    const { assetId, url } = await promise();
    const claim = { secret: SECRET, publicUrl, assetId, expiresAt: inFuture() };
    const media = new URL(signLink({ ...claim, fileName: '' }));
    const expired = signUploadLink({ ...claim, expiresAt: new Date(Date.now() - 1000) });
    expect((await put(expired, 'x')).status).toBe(403);
    expect((await put(url.replace('signature=', 'signature=A'), 'x')).status).toBe(403);
    expect((await put(`${publicUrl}/uploads/${assetId}${media.search}`, 'x')).status).toBe(403);
    expect((await put(signUploadLink({ ...claim, assetId: newId('asset') }), 'x')).status).toBe(404);
  });

  it('may be used by a page of any origin', async () => {
    const answer = await fetch((await promise()).url, { method: 'OPTIONS' });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(answer.headers.get('access-control-allow-headers')).toContain('content-type');
  });

  it.each([
    [{ fileName: ' ' }, 'INVALID_FORMAT'],
    [{ fileName: 'a\u0000b' }, 'INVALID_FORMAT'],
    [{ fileName: 'x'.repeat(256) }, 'INVALID_FORMAT'],
    [{ mimeType: 'image/svg+xml' }, 'MEDIA_REJECTED'],
    [{ bytes: 0 }, 'OUT_OF_RANGE'],
    [{ bytes: MAX_INPUT_BYTES + 1 }, 'OUT_OF_RANGE'],
    [{ mimeType: 'audio/mpeg', bytes: 15 * 1024 * 1024 + 1 }, 'OUT_OF_RANGE'],
  ])('is not promised for %o', async (change, code) => {
    const announced = { callerId, fileName: 'a.png', mimeType: null, bytes: null, ...change };
    const places = { uploads: test.room.uploads, direct: null, secret: SECRET, publicUrl };
    expect(await createMediaUpload(places, announced)).toMatchObject({ kind: 'refused', code });
  });
});
