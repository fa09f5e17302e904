import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Audit } from '../callers/audit.js';
import type { Authenticate } from '../callers/authenticate.js';
import type { Caller } from '../callers/caller.js';
import { isSameSecret } from '../lib/same-secret.js';
import { isLoopback } from './open-door.js';
import { originOf } from './origin-of.js';
import { isLocal } from './own-host.js';

export type MetricsRouteOptions = {
  authenticate: Authenticate;
  /** Told of everybody who is turned away. */
  audit: Audit;
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
    const reader = await findReader(options, request);
    if (reader === 'reads') return reply.type(contentType).send(await read());
    const visitor = { caller: reader, origin: originOf(request.raw), requestId: request.id };
    options.audit(visitor, { kind: 'denial', operation: 'metrics', code: 'UNAUTHENTICATED' });
    const error = { code: 'UNAUTHENTICATED', message: MISSING };
    return reply.code(401).header('www-authenticate', 'Bearer').send({ error });
  });
}

/** `reads`: may read them. Otherwise who must not; null = nobody that is known. */
async function findReader(
  { authenticate, token }: MetricsRouteOptions,
  request: FastifyRequest,
): Promise<'reads' | Caller | null> {
  const { authorization = null } = request.headers;
  if (token !== null && authorization !== null && isSameSecret(authorization, `Bearer ${token}`)) return 'reads';
  // A worker may listen to others without any key: what a request calls itself is not enough there.
  const isHere = isLoopback(request.socket.remoteAddress ?? '') && isLocal(request.headers);
  const authentication = await authenticate(authorization, isHere && token === null);
  if (authentication.kind === 'refused') return null;
  return authentication.caller.scopes.has('admin') ? 'reads' : authentication.caller;
}
