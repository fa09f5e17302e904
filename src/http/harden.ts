import { fastifyCors } from '@fastify/cors';
import { fastifyHelmet } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** From the first byte of a request to its last header. */
const HEADERS_MS = 10_000;
const MAX_HEADERS = 100;

/**
 * Headers that keep browsers from doing what nobody wants, and no more patience than callers need. Pages of the allowed
 * origins may call; answers may be shown by any page that has their link, as links to videos are made for that.
 */
export async function harden(application: FastifyInstance, allowedOrigins: readonly string[]): Promise<void> {
  application.server.headersTimeout = HEADERS_MS;
  application.server.maxHeadersCount = MAX_HEADERS;
  await application.register(fastifyHelmet, {
    // Pages have policies of their own. Whatever else is shown by accident loads and runs nothing.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // Whoever ends TLS in front of this server promises it, and knows for which names.
    strictTransportSecurity: false,
  });
  if (allowedOrigins.length === 0) return;
  await application.register(fastifyCors, {
    origin: [...allowedOrigins],
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH'],
    exposedHeaders: ['location', 'retry-after', 'tus-resumable', 'upload-length', 'upload-offset', 'x-request-id'],
    maxAge: 600,
  });
}
