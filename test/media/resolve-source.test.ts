import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/lib/new-id.js';
import { importMedia } from '../../src/media/import-media.js';
import { keepProducedFile } from '../../src/media/keep-produced-file.js';
import type { MediaSource } from '../../src/media/media-source.js';
import { resolveSource } from '../../src/media/resolve-source.js';
import type { InputRole } from '../../src/tasks/models.js';
import { imageBytes, wavBytes, write } from './support/media-files.js';
import { openRoom, type TestRoom } from './support/open-room.js';

const callerId = newId('caller');
let test: TestRoom;
let png: Buffer;
let server: Server;
let origin: string;
beforeAll(async () => {
  test = await openRoom();
  png = await imageBytes('png', 300, 300);
  const files: Record<string, Buffer> = {
    '/my%20cat.jpeg': png,
    '/tone.wav': wavBytes(3),
    '/page.png': Buffer.from('<!doctype html><p>Sign in'),
    '/huge.png': Buffer.alloc(20 * 1024 * 1024 + 1),
  };
  server = createServer((request, response) => {
    const file = files[request.url ?? ''];
    if (file === undefined) response.writeHead(404).end();
    else response.end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
}, 60_000);
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await test[Symbol.asyncDispose]();
});

const signal = new AbortController().signal;
const resolveAs = (role: InputRole | null, source: MediaSource, room = test.room) =>
  resolveSource(room, { callerId, source, role, signal });

async function resolved(role: InputRole | null, source: MediaSource) {
  const outcome = await resolveAs(role, source);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.asset;
}

describe('a media source', () => {
  it('gives the same asset, whichever way the same image comes', async () => {
    const base64 = png.toString('base64');
    const byUrl = await resolved('firstFrame', { url: new URL(`${origin}/my%20cat.jpeg`) });
    expect(byUrl).toMatchObject({ kind: 'IMAGE', origin: 'IMPORTED', fileName: 'my cat.png', callerId });
    expect(await resolved('lastFrame', { base64 })).toEqual(byUrl);
    expect(await resolved('referenceImages', { dataUri: `data:image/png;base64,${base64}` })).toEqual(byUrl);
    expect(await resolved('firstFrame', { assetId: byUrl.id, url: null, base64: undefined })).toEqual(byUrl);
    expect(await test.storedKeys()).toHaveLength(1);
    expect(await test.temporaryNames()).toEqual([]);
  });

  it('may be an output of another task', async () => {
    const path = await write(join(test.directory, 'out.wav'), wavBytes(4));
    const kept = await keepProducedFile(test.room, { callerId, path, fileName: 'x', expiresAt: null, assetId: null });
    if (kept.kind === 'refused') throw new Error(kept.message);
    expect((await resolved('audio', { assetId: kept.asset.id })).id).toBe(kept.asset.id);
  });

  it.each([
    ['nothing', {}],
    ['two at once', { url: 'https://a.example/', base64: 'AAAA' }],
    ['only nulls', { assetId: null, url: null }],
  ])('that is %s is refused', async (_, source) => {
    expect(await resolveAs('firstFrame', source)).toMatchObject({ kind: 'refused', code: 'INVALID_FORMAT' });
  });

  it.each([
    ['an unknown id', 'firstFrame', () => ({ assetId: newId('asset') }), 'NOT_FOUND', 'no media asset'],
    ['an id that is none', 'firstFrame', () => ({ assetId: "x' or 1=1" }), 'NOT_FOUND', 'no media asset'],
    ['a sound as a frame', 'firstFrame', () => ({ url: `${origin}/tone.wav` }), 'MEDIA_REJECTED', 'an image (PNG'],
    ['a sign-in page', 'firstFrame', () => ({ url: `${origin}/page.png` }), 'MEDIA_REJECTED', 'no media file'],
    ['a huge file', 'firstFrame', () => ({ url: `${origin}/huge.png` }), 'MEDIA_REJECTED', 'larger than 20 MB'],
    ['a missing page', 'audio', () => ({ url: `${origin}/none` }), 'MEDIA_UNREACHABLE', 'status 404'],
    ['a file URL', 'audio', () => ({ url: 'file:///etc/passwd' }), 'URL_FORBIDDEN', 'https'],
    ['words as a URL', 'audio', () => ({ url: 'words' }), 'URL_FORBIDDEN', 'absolute URL'],
    [
      'an inline sound',
      'audio',
      () => ({ base64: wavBytes(3).toString('base64') }),
      'INVALID_FORMAT',
      'assetId or url',
    ],
    [
      'an inline clip',
      'editVideo',
      () => ({ dataUri: 'data:video/mp4;base64,AAAA' }),
      'INVALID_FORMAT',
      'assetId or url',
    ],
    [
      'an inline sound as an import',
      null,
      () => ({ base64: wavBytes(3).toString('base64') }),
      'MEDIA_REJECTED',
      'Only images',
    ],
    [
      'a data URI of an SVG',
      'firstFrame',
      () => ({ dataUri: 'data:image/svg+xml;base64,AAAA' }),
      'MEDIA_REJECTED',
      'PNG',
    ],
    ['a data URI without base64', 'firstFrame', () => ({ dataUri: 'data:image/png,AAAA' }), 'INVALID_FORMAT', 'base64'],
    [
      'a lying data URI',
      'firstFrame',
      () => ({ dataUri: `data:image/webp;base64,${png.toString('base64')}` }),
      'MEDIA_REJECTED',
      'agree',
    ],
    ['base64 with a gap', 'firstFrame', () => ({ base64: 'AAAA AAAA' }), 'INVALID_FORMAT', 'not base64'],
    ['base64 of another alphabet', 'firstFrame', () => ({ base64: 'AA-_' }), 'INVALID_FORMAT', 'not base64'],
    ['half a group', 'firstFrame', () => ({ base64: 'AAA' }), 'INVALID_FORMAT', 'not base64'],
    ['nothing in base64', 'firstFrame', () => ({ base64: '' }), 'INVALID_FORMAT', 'not base64'],
    ['too much base64', 'firstFrame', () => ({ base64: 'A'.repeat(28_000_004) }), 'MEDIA_REJECTED', 'at most 20 MB'],
    [
      'too small a picture',
      'firstFrame',
      async () => ({ base64: (await imageBytes('png', 100, 100)).toString('base64') }),
      'MEDIA_REJECTED',
      '240 to 8000',
    ],
  ] as const)('that is %s is refused with code and sentence', async (_, role, source, code, words) => {
    const before = await test.storedKeys();
    expect(await resolveAs(role, await source())).toEqual({
      kind: 'refused',
      code,
      message: expect.stringContaining(words),
    });
    expect(await test.storedKeys()).toEqual(before);
    expect(await test.temporaryNames()).toEqual([]);
  });

  it("of another caller is not found, and another caller's content is kept for itself", async () => {
    const mine = await resolved('firstFrame', { url: `${origin}/my%20cat.jpeg` });
    const foreign = { callerId: newId('caller'), role: 'firstFrame', signal } as const;
    expect(await resolveSource(test.room, { ...foreign, source: { assetId: mine.id } })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const copy = await resolveSource(test.room, { ...foreign, source: { url: `${origin}/my%20cat.jpeg` } });
    expect(copy.kind === 'resolved' && copy.asset.id !== mine.id).toBe(true);
  });

  it('at a private address is forbidden unless that is allowed', async () => {
    const room = { ...test.room, allowPrivateUrls: false };
    const url = `${origin.replace('http:', 'https:').replace(/:\d+$/, '')}/my%20cat.jpeg`;
    expect(await resolveAs('firstFrame', { url }, room)).toMatchObject({ code: 'URL_FORBIDDEN' });
  });

  it('that expired is refused, and said so', async () => {
    const room = { ...test.room, retentionMs: -1000 };
    const bytes = await imageBytes('png', 300, 300, 'green');
    const outcome = await resolveAs('firstFrame', { base64: bytes.toString('base64') }, room);
    const assetId = outcome.kind === 'resolved' ? outcome.asset.id : '';
    expect(await resolveAs('firstFrame', { assetId })).toMatchObject({ code: 'MEDIA_EXPIRED' });
  });

  it('can be imported for later, for whatever role', async () => {
    const outcome = await importMedia(test.room, { callerId, source: { url: `${origin}/tone.wav` }, signal });
    expect(outcome).toMatchObject({
      kind: 'resolved',
      asset: { kind: 'AUDIO', fileName: 'tone.wav', durationSeconds: 3 },
    });
  });
});
