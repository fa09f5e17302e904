import { describe, expect, it } from 'vitest';
import { signLink, signUploadLink, verifyLink, type PresentedLink } from '../../src/media/links.js';

const NOW = new Date('2030-01-01T00:00:00Z');
const LATER = new Date(NOW.getTime() + 60_000);
const SECRET = 'a secret of the test';
const PLACE = { secret: SECRET, publicUrl: 'https://media.example/base', assetId: 'asset_1' };

function present(link: string, purpose: PresentedLink['purpose']): PresentedLink {
  const url = new URL(link);
  const [, assetId = '', fileName = ''] = /\/(?:media|uploads)\/([^/]+)(?:\/(.*))?$/.exec(url.pathname) ?? [];
  const [expires, signature] = ['expires', 'signature'].map((name) => url.searchParams.get(name) ?? undefined);
  return { purpose, assetId, fileName: decodeURIComponent(fileName), expires, signature };
}

describe('signed links', () => {
  const link = signLink({ ...PLACE, fileName: 'Kätzchen 小猫.mp4', expiresAt: LATER });
  const good = present(link, 'media');

  it('have the shape that the API promises', () => {
    expect(link).toMatch(/^https:\/\/media\.example\/base\/media\/asset_1\/[^/?]+\?expires=\d+&signature=[\w-]{43}$/);
    expect(new URL(link).href).toBe(link);
  });

  it('are good until they expire', () => {
    expect(verifyLink(SECRET, good, NOW)).toEqual({ kind: 'ok', expiresAt: LATER });
    expect(verifyLink(SECRET, good, LATER)).toEqual({ kind: 'expired' });
  });

  it.each([
    ['another asset', { assetId: 'asset_2' }],
    ['another file name', { fileName: 'x.mp4' }],
    ['a later expiry', { expires: String(Math.floor(LATER.getTime() / 1000) + 1) }],
    ['an expiry that is no number', { expires: '1e99' }],
    ['no expiry', { expires: undefined }],
    ['no signature', { signature: undefined }],
    ['an empty signature', { signature: '' }],
    ['a changed signature', { signature: `${good.signature?.slice(0, -2)}AA` }],
    ['a longer signature', { signature: `${good.signature}A` }],
    ['another purpose', { purpose: 'upload' as const }],
  ])('are tampered with %s', (_, change) => {
    expect(verifyLink(SECRET, { ...good, ...change }, NOW)).toEqual({ kind: 'tampered' });
  });

  it('are tampered under another secret, and a forged expiry in the past is not called expired', () => {
    expect(verifyLink('another', good, NOW)).toEqual({ kind: 'tampered' });
    expect(verifyLink(SECRET, { ...good, expires: '1' }, NOW)).toEqual({ kind: 'tampered' });
  });

  it('let an upload link write and nothing else', () => {
    const upload = present(signUploadLink({ ...PLACE, expiresAt: LATER }), 'upload');
    expect(verifyLink(SECRET, upload, NOW).kind).toBe('ok');
    expect(verifyLink(SECRET, { ...upload, purpose: 'media' }, NOW).kind).toBe('tampered');
  });
});
