import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link allows. It is part of the signed text: a link to look is no link to write. */
export type LinkPurpose = 'media' | 'storyboard' | 'upload';

/** What a signature vouches for. Upload links name no file. */
type Claim = { purpose: LinkPurpose; assetId: string; fileName: string; expires: number };

/** A link as it came in: still strings, still to be believed. */
export type PresentedLink = {
  purpose: LinkPurpose;
  assetId: string;
  fileName: string;
  expires: string | undefined;
  signature: string | undefined;
};

/** How far a presented link may be trusted. */
export type LinkVerdict = { kind: 'ok'; expiresAt: Date } | { kind: 'expired' } | { kind: 'tampered' };

/** What a link to an asset is made of. `publicUrl` has no slash at its end. */
export type LinkInput = { secret: string; publicUrl: string; assetId: string; fileName: string; expiresAt: Date };

/** A link under which whoever has it may read one asset until the expiry (whole seconds). */
export function signLink({ secret, publicUrl, assetId, fileName, expiresAt }: LinkInput): string {
  const claim: Claim = { purpose: 'media', assetId, fileName, expires: unixSeconds(expiresAt) };
  return `${publicUrl}/media/${assetId}/${encodeURIComponent(fileName)}?${query(secret, claim)}`;
}

/** As `signLink`, for the cues of a sprite; `fileName` tells how its tiles lie. */
export function signStoryboardLink({ secret, publicUrl, assetId, fileName, expiresAt }: LinkInput): string {
  const claim: Claim = { purpose: 'storyboard', assetId, fileName, expires: unixSeconds(expiresAt) };
  return `${publicUrl}/storyboards/${assetId}/${fileName}?${query(secret, claim)}`;
}

/** A link under which whoever has it may PUT the bytes of one promised upload until the expiry (whole seconds). */
export function signUploadLink({ secret, publicUrl, assetId, expiresAt }: Omit<LinkInput, 'fileName'>): string {
  const claim: Claim = { purpose: 'upload', assetId, fileName: '', expires: unixSeconds(expiresAt) };
  return `${publicUrl}/uploads/${assetId}?${query(secret, claim)}`;
}

/** Judges a link in constant time with respect to the signature. A forged expiry is tampered, not expired. */
export function verifyLink(secret: string, link: PresentedLink, now: Date): LinkVerdict {
  const { purpose, assetId, fileName, signature } = link;
  if (link.expires === undefined || signature === undefined || !/^\d{1,12}$/.test(link.expires))
    return { kind: 'tampered' };
  const expires = Number(link.expires);
  const right = Buffer.from(sign(secret, { purpose, assetId, fileName, expires }));
  const given = Buffer.from(signature);
  if (right.length !== given.length || !timingSafeEqual(right, given)) return { kind: 'tampered' };
  const expiresAt = new Date(expires * 1000);
  return expiresAt > now ? { kind: 'ok', expiresAt } : { kind: 'expired' };
}

function query(secret: string, claim: Claim): string {
  return `expires=${claim.expires}&signature=${sign(secret, claim)}`;
}

/** JSON keeps the parts apart: no file name can be made to look like another asset's expiry. */
function sign(secret: string, { purpose, assetId, fileName, expires }: Claim): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify([purpose, assetId, fileName, expires]))
    .digest('base64url');
}

function unixSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
