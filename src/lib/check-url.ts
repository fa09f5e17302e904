import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.js';

const MAX_CHARACTERS = 2048;
const PORTS = ['', '80', '443', '8443'];

/** A URL we may try, or a sentence that says what would be right. */
export type CheckedUrl = { kind: 'allowed'; url: URL } | { kind: 'forbidden'; reason: string };

/**
 * Judges a stranger's URL as far as its text goes: https, no password, a usual port, and no literal address outside the
 * public internet. `allowPrivate` also admits http, any port and private addresses. Names are judged when they resolve.
 */
export function checkUrl(text: string, allowPrivate: boolean): CheckedUrl {
  if (text.length > MAX_CHARACTERS) return forbid(`A URL may have at most ${MAX_CHARACTERS} characters.`);
  if (!URL.canParse(text)) return forbid('This is no absolute URL. Use one that starts with https://.');
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) {
    return forbid('Only https:// URLs are allowed.');
  }
  if (url.username !== '' || url.password !== '') return forbid('A URL must not contain a user name or password.');
  if (allowPrivate) return { kind: 'allowed', url };
  if (!PORTS.includes(url.port)) return forbid('Only the ports 443, 80 and 8443 are allowed.');
  const address = hostAddress(url);
  if (address !== null && !isPublicAddress(address)) return forbid('The URL leads to a private or reserved address.');
  return { kind: 'allowed', url };
}

/** The IP address a URL's host is written as, without brackets; null for a name. URL parsing has unified odd notations. */
function hostAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? null : host;
}

function forbid(reason: string): CheckedUrl {
  return { kind: 'forbidden', reason };
}
