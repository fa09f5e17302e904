import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** By what something that was asked for is found again. */
export type Trail = {
  /** In logs, in answers, and in what is sent to others because of it. */
  requestId: string;
  /** In traces (W3C Trace Context); null = it belongs to none. */
  traceparent: string | null;
};

const REQUEST_ID = /^[\w.:/+=@-]{1,128}$/;
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The trail of something that nobody has asked for over the network. */
export function newTrail(): Trail {
  return { requestId: randomUUID(), traceparent: null };
}

/** The id that a request brings: its `X-Request-Id` or its trace's, when they are well-formed; otherwise a new one. */
export function readRequestId(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  if (typeof given === 'string' && REQUEST_ID.test(given)) return given;
  return TRACEPARENT.exec(readTraceparent(headers) ?? '')?.[1] ?? randomUUID();
}

/** The trace that a request belongs to; null when it tells of none. */
export function readTraceparent({ traceparent }: IncomingHttpHeaders): string | null {
  return typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : null;
}

/** The id of one operation among several on one connection; `name` is what its client calls it. */
export function requestIdWithin(connectionId: string, name: string): string {
  const within = `${connectionId}/${name}`;
  return REQUEST_ID.test(within) ? within : connectionId;
}

/** The header by which others may find a request in logs of their own; none when it has no id. */
export function requestIdHeader(requestId: string | null): Record<string, string> {
  return requestId === null ? {} : { 'x-request-id': requestId };
}
