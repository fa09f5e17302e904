import { isIP } from 'node:net';
import { isPublicAddress } from '../lib/public-address.js';

/** Names that the public internet does not have (RFC 6761, 6762, 8375; ICANN for `internal`). A name without a dot is one too. */
const PRIVATE_NAME = /^[^.]+$|(?:^|\.)(?:localhost|local|internal|test|home\.arpa)$/i;

/**
 * A service's link to a file, with `https:` where it came with `http:`: the gateway fetches from the public internet by
 * https only, and whoever serves such files serves them both ways. Nothing else in it changes, as it may be signed. A link
 * to a private host, or to a port of its own, stays as it is.
 */
export function secureLink(link: string): string {
  if (!/^http:\/\//i.test(link) || !URL.canParse(link)) return link;
  const { hostname, port } = new URL(link);
  if (port !== '' || !isPublicHost(hostname)) return link;
  return link.replace(/^http:\/\/([^/?#]*?)(?::(?:80)?)?(?=[/?#]|$)/i, 'https://$1');
}

function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return isIP(host) === 0 ? !PRIVATE_NAME.test(host) : isPublicAddress(host);
}
