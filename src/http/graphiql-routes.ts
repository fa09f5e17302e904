import { join } from 'node:path';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const ONE_YEAR_SECONDS = 31_536_000;

/** Where the built page lies, and who else than this server may serve the videos it plays. */
export type GraphiqlOptions = {
  /** The folder that `vite build --config src/graphiql/vite.config.ts` writes. */
  directory: string;
  /** Origins of media links that differ from the page's own, such as the public URL's. */
  mediaOrigins?: readonly string[];
};

/**
 * Serves the GraphiQL page at /graphiql and its assets below it. Nothing on it comes from another host.
 * While the page is not built, these addresses answer 404.
 */
export async function registerGraphiql(fastify: FastifyInstance, options: GraphiqlOptions): Promise<void> {
  const policy = contentSecurityPolicy(options.mediaOrigins ?? []);
  await fastify.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', policy);
      reply.header('x-content-type-options', 'nosniff');
      reply.header('referrer-policy', 'no-referrer');
    });
    await scope.register(fastifyStatic, {
      root: options.directory,
      prefix: '/graphiql/',
      index: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        // Vite writes a hash of the content into the name of each asset; only the page itself keeps its name.
        const isAsset = path.startsWith(join(options.directory, 'assets'));
        reply.setHeader('cache-control', isAsset ? `public, max-age=${ONE_YEAR_SECONDS}, immutable` : 'no-cache');
        reply.setHeader('vary', 'accept-encoding');
      },
    });
    for (const path of ['/graphiql', '/graphiql/']) scope.get(path, (_request, reply) => reply.sendFile('index.html'));
  });
}

function contentSecurityPolicy(mediaOrigins: readonly string[]): string {
  const media = ["'self'", ...mediaOrigins].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    // The Monaco editor puts its themes into <style> elements and positions its lines with style attributes.
    "style-src 'self' 'unsafe-inline'",
    // The editor's icons are a font of its own.
    "font-src 'self'",
    // The page's icon and some marks of the editor are `data:` images.
    `img-src data: ${media}`,
    `media-src ${media}`,
    // The editor checks GraphQL and JSON in workers, which are files of the build.
    "worker-src 'self'",
    // Not every browser counts a WebSocket to the same host as 'self'.
    "connect-src 'self' ws: wss:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
