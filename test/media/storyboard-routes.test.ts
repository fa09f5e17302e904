import type { AddressInfo } from 'node:net';
import { fastify, type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/lib/new-id.js';
import type { MediaAsset } from '../../src/media/asset.js';
import { deleteAssets } from '../../src/media/delete-assets.js';
import { keepProducedFile } from '../../src/media/keep-produced-file.js';
import { registerMediaRoutes } from '../../src/media/media-routes.js';
import { linkStoryboard } from '../../src/media/storyboard-link.js';
import { imageBytes, write } from './support/media-files.js';
import { openRoom, type TestRoom } from './support/open-room.js';

const SECRET = 'a secret of the test';
const callerId = newId('caller');
const layout = { columns: 2, rows: 2, count: 3, tileWidth: 256, tileHeight: 144, intervalSeconds: 0.5 };
let sprite: MediaAsset;
let link: string;
let test: TestRoom;
let server: FastifyInstance;
let publicUrl: string;
beforeAll(async () => {
  test = await openRoom();
  server = fastify({ logger: false, forceCloseConnections: true });
  const site = { publicUrl: '' };
  await server.register(registerMediaRoutes, { room: test.room, secret: SECRET, site });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const address: AddressInfo | string | null = server.server.address();
  publicUrl = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  site.publicUrl = publicUrl;
  const path = await write(`${test.directory}/sprite.png`, await imageBytes('png', 512, 288));
  const kept = await keepProducedFile(test.room, { callerId, path, fileName: 'x', expiresAt: null, assetId: null });
  if (kept.kind === 'refused') throw new Error(kept.message);
  sprite = kept.asset;
  link = linkStoryboard({ secret: SECRET, publicUrl }, sprite, layout, new Date())?.url ?? '';
}, 60_000);
afterAll(async () => {
  await server.close();
  await test[Symbol.asyncDispose]();
});

it('a storyboard link gives WebVTT whose cues are the tiles of the sprite, by a link that is good', async () => {
  const answer = await fetch(link);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  const [head, ...cues] = (await answer.text()).split('\n\n');
  expect(head).toBe('WEBVTT');
  const lines = cues.map((cue) => cue.trim().split('\n'));
  expect(lines.map(([times]) => times)).toEqual([
    '00:00:00.000 --> 00:00:00.500',
    '00:00:00.500 --> 00:00:01.000',
    '00:00:01.000 --> 00:00:01.500',
  ]);
  const places = lines.map(([, place = '']) => new URL(place));
  expect(places.map(({ hash }) => hash)).toEqual(['0,0', '256,0', '0,144'].map((at) => `#xywh=${at},256,144`));
  const picture = await fetch(places[2] ?? '');
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
});

it.each([
  ['another layout', (url: string) => url.replace('2-3-256', '5-9-256'), 403, 'LINK_INVALID'],
  ['another purpose', (url: string) => url.replace('/storyboards/', '/media/'), 403, 'LINK_INVALID'],
  ['no signature', (url: string) => url.replace(/signature=.*/, ''), 403, 'LINK_INVALID'],
])('a storyboard link with %s is refused', async (_, change, status, code) => {
  const answer = await fetch(change(link));
  expect([answer.status, await answer.json()]).toMatchObject([status, { error: { code } }]);
});

it('a storyboard link knows nothing of a sprite that was deleted, and makes no link for one that has expired', async () => {
  const now = new Date();
  expect(linkStoryboard({ secret: SECRET, publicUrl }, { ...sprite, expiresAt: now }, layout, now)).toBeNull();
  await deleteAssets(test.room, callerId, [sprite.id]);
  expect((await fetch(link)).status).toBe(404);
});
