import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * Whether a request was meant for this server. Without keys, being on this machine is the only credential: a page of
 * another origin must not borrow it, neither by a name of its own that points here (its Host gives it away) nor by a
 * WebSocket, which browsers let any page open (its Origin does).
 */
export function isOwnHost(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const hostname = hostnameOf(`http://${headers.host ?? ''}`);
  return hostname !== null && isKnown(hostname, publicUrl);
}

/** Headers by which a proxy tells that a request came from elsewhere. */
const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether a request seems to come from this machine: by one of its own names, and through no proxy that says so. */
export function isLocal(headers: IncomingHttpHeaders): boolean {
  const hostname = hostnameOf(`http://${headers.host ?? ''}`);
  return hostname !== null && LOOPBACK.has(hostname) && FORWARDING.every((name) => headers[name] === undefined);
}

/** Whether the page behind a request, if there is one, came from this server, or from an origin that may call it. */
export function isOwnOrigin(
  headers: IncomingHttpHeaders,
  publicUrl: string,
  allowedOrigins: readonly string[],
): boolean {
  if (headers.origin === undefined || allowedOrigins.includes(headers.origin)) return true;
  const hostname = hostnameOf(headers.origin);
  if (hostname === null || !isKnown(hostname, publicUrl)) return false;
  const sameAddress = headers.origin.endsWith(`//${headers.host ?? ''}`);
  return sameAddress || new URL(publicUrl).origin === headers.origin;
}

function isKnown(hostname: string, publicUrl: string): boolean {
  return LOOPBACK.has(hostname) || hostname === hostnameOf(publicUrl);
}

function hostnameOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : null;
}
