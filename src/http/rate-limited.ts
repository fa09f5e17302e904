import { GraphQLError } from 'graphql';
import type { RateRefusal } from '../callers/turns.js';

/** An operation that comes too soon, as every transport says it. */
export function rateLimitedError({ of, limit, waitMs }: RateRefusal): GraphQLError {
  const what = of === 'requests' ? `send ${limit} requests` : `use ${limit} points`;
  const when = new Date(Date.now() + waitMs).toISOString();
  const message = `You may ${what} a minute. Come back by ${when} at the latest.`;
  return new GraphQLError(message, {
    extensions: { code: 'RATE_LIMITED', retryAfterSeconds: retryAfterSeconds(waitMs) },
  });
}

/** Never too early. */
export function retryAfterSeconds(waitMs: number): number {
  return Math.max(1, Math.ceil(waitMs / 1000));
}

/** A socket or stream too many; nobody can tell when another one is closed. */
export function tooManySocketsMessage(limit: number): string {
  if (limit === 0) return 'You may have no sockets and streams open.';
  return `You may have ${limit} sockets and streams open. Close one first.`;
}
