import { GraphQLError } from 'graphql';
import type { RateRefusal } from '../callers/turns.js';

/** An operation that gets no turn: what every transport says, and the status and headers that go with it over HTTP. */
export type NoTurn = {
  kind: 'no turn';
  errors: readonly [GraphQLError];
  status: 400 | 429;
  headers: Readonly<Record<string, string>>;
};

/** Only what may pass later is told when to come back. */
export function refuseTurn(refusal: RateRefusal): NoTurn {
  const { kind, limit } = refusal;
  if (kind === 'too costly') {
    const message = `This operation costs ${refusal.points} points; you may use ${limit} a minute. Ask for less at a time.`;
    const extensions = { code: 'OPERATION_TOO_COSTLY', cost: refusal.points, maxCost: limit };
    return noTurn(new GraphQLError(message, { extensions }), 400);
  }
  if (kind === 'no requests') {
    const message = 'You may send no requests: waiting does not help.';
    return noTurn(new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' } }), 429);
  }
  const what = kind === 'too many requests' ? `send ${limit} requests` : `use ${limit} points`;
  const when = new Date(Date.now() + refusal.waitMs).toISOString();
  const message = `You may ${what} a minute. From ${when} on there is room again.`;
  // Never too early.
  const retryAfterSeconds = Math.max(1, Math.ceil(refusal.waitMs / 1000));
  const error = new GraphQLError(message, { extensions: { code: 'RATE_LIMITED', retryAfterSeconds } });
  return noTurn(error, 429, { 'retry-after': String(retryAfterSeconds) });
}

function noTurn(error: GraphQLError, status: NoTurn['status'], headers: NoTurn['headers'] = {}): NoTurn {
  return { kind: 'no turn', errors: [error], status, headers };
}

/** A socket or stream too many; nobody can tell when another one is closed. */
export function tooManySocketsMessage(limit: number): string {
  if (limit === 0) return 'You may have no sockets and streams open.';
  return `You may have ${limit} sockets and streams open. Close one first.`;
}
