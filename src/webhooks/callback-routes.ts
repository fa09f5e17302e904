import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parseJson } from '../lib/json.js';
import type { VideoProvider } from '../providers/provider.js';
import { readCallbackToken } from './callback-address.js';

/** `nudge` makes the next step of the result of a start key happen now. */
export type CallbackRouteOptions = {
  secret: string;
  providers: readonly VideoProvider[];
  nudge(provider: VideoProvider, startKey: string, body: unknown): Promise<void>;
};

const MAX_BODY_BYTES = 256 * 1024;
const parameters = z.object({ provider: z.string(), token: z.string() });

/**
 * A Fastify plugin: `POST /callbacks/<provider>/<token>`. A callback is a hint and nothing more: it makes the next look at
 * the operation happen now, and what the look finds is what counts. Its body is only read for the operation of a start
 * whose answer was lost. Lost, repeated or forged callbacks change nothing but a time.
 */
export async function registerCallbackRoutes(fastify: FastifyInstance, options: CallbackRouteOptions): Promise<void> {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MAX_BODY_BYTES }, (_request, body, done) => {
    done(null, parseJson(String(body)));
  });
  fastify.post('/callbacks/:provider/:token', async (request, reply) => {
    const { provider: name, token } = parameters.parse(request.params);
    const provider = options.providers.find((each) => each.name.toLowerCase() === name);
    const startKey = provider === undefined ? null : readCallbackToken(options.secret, provider.name, token);
    if (provider === undefined || startKey === null) {
      return reply.code(404).send({ error: { code: 'NOT_FOUND', message: 'Nobody waits for this callback.' } });
    }
    await options.nudge(provider, startKey, request.body);
    return reply.code(204).send();
  });
}
