import { setMaxListeners } from 'node:events';
import { fileURLToPath } from 'node:url';
import { fastify, type FastifyError, type FastifyInstance } from 'fastify';
import { printSchema, type ExecutionResult } from 'graphql';
import type { Origin } from './callers/audit.js';
import type { Caller } from './callers/caller.js';
import type { Gateway } from './gateway.js';
import type { ErrorEdge } from './graphql/errors.js';
import { createPrepareOperation } from './graphql/prepare-operation.js';
import { admitRequests } from './http/admit-request.js';
import { registerGraphiql } from './http/graphiql-routes.js';
import { registerGraphqlHttp } from './http/graphql-http.js';
import { attachGraphqlSocket } from './http/graphql-socket.js';
import { registerGraphqlStream } from './http/graphql-stream.js';
import { registerMetrics } from './http/metrics-route.js';
import { maskResult } from './http/mask-result.js';
import { harden } from './http/harden.js';
import { isLoopback, OpenDoorError } from './http/open-door.js';
import { originOf } from './http/origin-of.js';
import { isOwnHost } from './http/own-host.js';
import { sharePayloads } from './http/share-payloads.js';
import { readRequestId, type Trail } from './lib/trail.js';
import { createDisposal, type Disposal } from './lib/disposal.js';
import { registerMediaRoutes } from './media/media-routes.js';
import { registerCallbackRoutes } from './webhooks/callback-routes.js';

/** How long requests under way may take to end once the server closes. */
const DRAIN_MS = 5_000;

/** What whoever watches over machines asks. */
const HEALTH = new Set(['/healthz', '/readyz', '/metrics']);

/** A listening server. `url` is its address, without a slash at the end. */
export type Server = AsyncDisposable & { url: string };

/**
 * Puts a gateway on the network: one port for GraphQL over HTTP and WebSocket, GraphiQL, media links, uploads and health.
 * A worker's port has nothing but its health and its metrics. Disposing drains: subscriptions are closed so that clients come back,
 * requests under way end, then the port closes.
 */
export async function startServer(gateway: Gateway): Promise<Server> {
  const { config, site } = gateway;
  const application = fastify({
    forceCloseConnections: 'idle',
    requestTimeout: 10 * 60_000,
    genReqId: ({ headers }) => readRequestId(headers),
  });
  guard(application, () => site.publicUrl, gateway);
  registerHealthRoutes(application, gateway);
  const { authenticate } = gateway.admission;
  const { scrape } = gateway.watching;
  registerMetrics(application, { authenticate, audit: gateway.audit, token: config.metricsToken, scrape });
  await harden(application, config.allowedOrigins);
  const closing = createDisposal();
  if (config.role !== 'worker') {
    if (!isLoopback(config.host) && (await gateway.admission.isOpen())) throw new OpenDoorError(config.host);
    await serveCallers(application, gateway, closing);
  }

  const url = await application.listen({ host: config.host, port: config.port });
  if (config.publicUrl === null) site.publicUrl = url;
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      const deadline = setTimeout(() => application.server.closeAllConnections(), DRAIN_MS);
      await closing[Symbol.asyncDispose]();
      await application.close();
      clearTimeout(deadline);
    },
  };
}

/** Everything that callers, browsers and providers call. */
async function serveCallers(application: FastifyInstance, gateway: Gateway, closing: Disposal): Promise<void> {
  const { config, logger, site, schema, rateLimiting, audit } = gateway;
  const { introspection } = config;
  const draining = new AbortController();
  // Every open feed listens to it: the usual warning about many listeners would be wrong.
  setMaxListeners(0, draining.signal);
  const edge: ErrorEdge = { isUnavailable: gateway.isUnavailable, logger };
  const createContext = (caller: Caller, trail: Trail, origin: Origin) =>
    gateway.createContext(caller, trail, origin, draining.signal);
  const { turns, places } = rateLimiting;
  const admission = { ...gateway.admission, turns, places, audit };
  const requests = admitRequests(admission, edge);
  const watch = gateway.watching.http;
  const http = { schema, introspection, edge, admission: requests, turns, createContext, watch };
  const apollo = await registerGraphqlHttp(application, http);
  const directory = fileURLToPath(new URL('./graphiql', import.meta.url));
  await registerGraphiql(application, { directory, mediaOrigins: [new URL(site.publicUrl).origin] });
  await application.register((scope) => registerMediaRoutes(scope, gateway.media));
  await application.register((scope) => registerCallbackRoutes(scope, gateway.callbacks));
  application.get('/', (_request, reply) => reply.redirect('/graphiql'));
  if (introspection) {
    const schemaText = printSchema(schema);
    application.get('/schema.graphql', (_request, reply) => reply.type('text/plain; charset=utf-8').send(schemaText));
  }
  const live = {
    ...http,
    admission,
    prepare: createPrepareOperation(schema, introspection),
    sources: {
      share: sharePayloads(),
      mask: (result: ExecutionResult, requestId: string) => maskResult(result, edge, requestId),
      watch,
    },
    publicUrl: () => site.publicUrl,
    allowedOrigins: config.allowedOrigins,
  };
  registerGraphqlStream(application, { ...live, requests });
  closing.use({ [Symbol.asyncDispose]: () => application.close().then(() => apollo.stop()) });
  closing.use({ [Symbol.asyncDispose]: async () => draining.abort() });
  closing.use(attachGraphqlSocket(application.server, live));
}

/** Refuses what was not meant for this server, and keeps errors from telling anything about its inside. */
function guard(
  application: FastifyInstance,
  publicUrl: () => string,
  { isUnavailable, logger, watching, audit }: Gateway,
): void {
  application.addHook('onResponse', async ({ method, is404, routeOptions }, reply) => {
    const route = is404 ? null : (routeOptions.url ?? null);
    watching.http.requestEnded(method, route, reply.statusCode, reply.elapsedTime / 1000);
  });
  application.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    // Machines are asked by their addresses.
    if (HEALTH.has(request.routeOptions.url ?? '') || isOwnHost(request.headers, publicUrl())) return;
    audit(
      { caller: null, origin: originOf(request.raw), requestId: request.id },
      { kind: 'denial', operation: null, code: 'MISDIRECTED' },
    );
    const message = 'This server is not called by that name. Set PUBLIC_URL to the address that you use.';
    await reply.code(421).send({ error: { code: 'MISDIRECTED', message } });
  });
  application.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: { code: 'NOT_FOUND', message: 'There is nothing here. GraphQL is at /graphql.' } }),
  );
  application.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ error: { code: error.code, message: error.message } });
    if (isUnavailable(error)) {
      logger.warn({ err: error, requestId: request.id }, 'the store could not serve a request');
      const away = 'The store cannot be reached just now. Send the same request again in a moment.';
      return reply
        .code(503)
        .header('retry-after', '1')
        .send({ error: { code: 'SERVICE_UNAVAILABLE', message: away } });
    }
    logger.error({ err: error, requestId: request.id }, 'a request failed unexpectedly');
    const message = `Something went wrong here. Quote ${request.id} when you report it.`;
    return reply.code(500).send({ error: { code: 'INTERNAL_SERVER_ERROR', message } });
  });
}

function registerHealthRoutes(application: FastifyInstance, gateway: Gateway): void {
  application.get('/healthz', () => ({ status: 'alive' }));
  application.get('/readyz', async (request, reply) => {
    try {
      await gateway.ping();
      return { status: 'ready' };
    } catch (error) {
      gateway.logger.warn({ err: error, requestId: request.id }, 'the store does not answer');
      return reply.code(503).send({ status: 'not ready' });
    }
  });
}
