import type { IncomingMessage } from 'node:http';
import type { Origin } from '../callers/audit.js';

/** Longer than a chain of proxies writes. */
const LONGEST = 200;

/** From where a request came. */
export function originOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): Origin {
  const forwarded = headers['x-forwarded-for'];
  const forwardedFor = forwarded === undefined ? null : String(forwarded).slice(0, LONGEST);
  return { address: socket.remoteAddress ?? null, forwardedFor };
}
