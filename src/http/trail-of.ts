import type { FastifyRequest } from 'fastify';
import { readTraceparent, type Trail } from '../lib/trail.js';

/** By what a request is found again; its id was chosen when it came in. */
export function trailOf({ id, headers }: FastifyRequest): Trail {
  return { requestId: id, traceparent: readTraceparent(headers) };
}
