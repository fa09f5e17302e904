import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticate } from '../callers/authenticate.js';
import { isLoopback } from './open-door.js';
import { isLocal } from './own-host.js';

export type MetricsRouteOptions = {
  authenticate: Authenticate;
  /** What whoever scrapes has to show; null = a key for administrators, or nothing on this machine while there are no keys. */
  token: string | null;
  scrape: { contentType: string; read(): Promise<string> };
};

const MISSING =
  'Metrics are for operators: send `Authorization: Bearer …` with METRICS_TOKEN, or with a key of the scope admin.';

/** Serves metrics at /metrics, as Prometheus reads them. */
export function registerMetrics(application: FastifyInstance, options: MetricsRouteOptions): void {
  const { contentType, read } = options.scrape;
  application.get('/metrics', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (await mayRead(options, request)) return reply.type(contentType).send(await read());
    const error = { code: 'UNAUTHENTICATED', message: MISSING };
    return reply.code(401).header('www-authenticate', 'Bearer').send({ error });
  });
}

async function mayRead({ authenticate, token }: MetricsRouteOptions, request: FastifyRequest): Promise<boolean> {
  const { authorization = null } = request.headers;
  if (token !== null && authorization !== null && isSame(authorization, `Bearer ${token}`)) return true;
  // A worker may listen to others without any key: what a request calls itself is not enough there.
  const isHere = isLoopback(request.socket.remoteAddress ?? '') && isLocal(request.headers);
  const authentication = await authenticate(authorization, isHere && token === null);
  return authentication.kind === 'known' && authentication.caller.scopes.has('admin');
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return first !== undefined && second !== undefined && timingSafeEqual(first, second);
}
