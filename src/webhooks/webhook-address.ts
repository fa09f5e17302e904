import { createHmac } from 'node:crypto';
import { checkUrl } from '../lib/check-url.js';
import { openSealedText, sealText } from '../lib/sealed-text.js';

/** What reads and writes the addresses of webhooks. `sealing` is the gateway's key. */
export type AddressRoom = { sealing: Buffer; allowPrivateUrls: boolean };

/** An address that may be stored, or a sentence that says what would be right. */
export type StorableAddress =
  | {
      kind: 'storable';
      /** The address, which only this gateway can read, and only for this caller. */
      sealed: string;
      /** Finds the address again without telling it. */
      hash: Buffer;
      /** The caller and the host: what is sent to addresses that have this in common may wait for each other. */
      receiver: string;
    }
  | { kind: 'forbidden'; reason: string };

/** Judges an address that a caller wants to be told at, as far as its text goes, and seals it. */
export function sealWebhookUrl(
  { sealing, allowPrivateUrls }: AddressRoom,
  callerId: string,
  text: string,
): StorableAddress {
  const checked = checkUrl(text, allowPrivateUrls);
  if (checked.kind === 'forbidden') return checked;
  const { href, host } = checked.url;
  const hash = createHmac('sha256', sealing)
    .update(JSON.stringify(['webhook', callerId, href]))
    .digest();
  return { kind: 'storable', sealed: sealText(sealing, href, callerId), hash, receiver: `${callerId} ${host}` };
}

/** The address of a caller's webhook; null when it was sealed with another key. */
export function openWebhookUrl(
  { sealing }: Pick<AddressRoom, 'sealing'>,
  callerId: string,
  sealed: string,
): URL | null {
  const text = openSealedText(sealing, sealed, callerId);
  return text === null ? null : new URL(text);
}
