import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { Authenticate } from '../callers/authenticate.js';
import type { Caller } from '../callers/caller.js';
import type { LiveKeys } from '../callers/live-keys.js';
import { maskError, type ErrorEdge } from '../graphql/errors.js';
import { isLocal } from './own-host.js';

/** Who may come in, and who is thrown out when a key ends. */
export type Admission = { authenticate: Authenticate; liveKeys: Pick<LiveKeys, 'hold'> };

/** What stands before the routes of GraphQL. */
export type RequestAdmission = {
  /** Answers whoever is not known before anything of the body is read. */
  onRequest(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined>;
  /** The caller of a request that was let in. */
  callerOf(request: FastifyRequest): Caller;
};

/** Finds the callers of requests. Their connections are cut when their keys end before the answers do. */
export function admitRequests({ authenticate, liveKeys }: Admission, edge: ErrorEdge): RequestAdmission {
  const callers = new WeakMap<FastifyRequest, Caller>();
  return {
    async onRequest(request, reply) {
      const { headers, method } = request;
      if (method === 'OPTIONS') return undefined;
      try {
        const authentication = await authenticate(headers.authorization ?? null, isLocal(headers));
        if (authentication.kind === 'refused') {
          const extensions = { code: 'UNAUTHENTICATED', requestId: request.id };
          return answer(reply, 401, { message: authentication.message, extensions });
        }
        callers.set(request, authentication.caller);
        holdResponse(liveKeys, authentication.caller, reply.raw);
        return undefined;
      } catch (error) {
        const status = edge.isUnavailable(error) ? 503 : 500;
        return answer(reply, status, maskError({ message: '' }, error, edge, request.id));
      }
    },
    callerOf(request) {
      const caller = callers.get(request);
      if (caller === undefined) throw new Error('A request was let in that nobody admitted.');
      return caller;
    },
  };
}

function answer(reply: FastifyReply, status: number, error: GraphQLFormattedError): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ errors: [error] });
}

function holdResponse(liveKeys: Pick<LiveKeys, 'hold'>, { credential }: Caller, response: ServerResponse): void {
  const release = liveKeys.hold(credential, () => response.destroy());
  // The client may have left while its key was looked up: then nothing tells of it any more.
  if (response.closed) release();
  else response.once('close', release);
}
