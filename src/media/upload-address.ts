import { checkUrl } from '../lib/check-url.js';
import { openSealedText, sealText } from '../lib/sealed-text.js';

/** What reads and writes upload addresses. `sealing` is the gateway's key. */
export type AddressRoom = { sealing: Buffer; allowPrivateUrls: boolean };

/** An address that may be stored, or a sentence that says what would be right. */
export type SealedAddress = { kind: 'sealed'; sealed: string } | { kind: 'forbidden'; reason: string };

/** Checks where a caller wants its video sent, and seals it: whoever has the address may write there. */
export function sealUploadUrl(room: AddressRoom, callerId: string, url: string): SealedAddress {
  const checked = checkUrl(url, room.allowPrivateUrls);
  if (checked.kind === 'forbidden') return checked;
  return { kind: 'sealed', sealed: sealText(room.sealing, checked.url.href, callerId) };
}

/** The address of a caller's task; null when it was sealed with another key. */
export function openUploadUrl({ sealing }: AddressRoom, callerId: string, sealed: string): URL | null {
  const text = openSealedText(sealing, sealed, callerId);
  return text === null ? null : new URL(text);
}
