import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { Audit } from '../callers/audit.js';
import type { Authenticate } from '../callers/authenticate.js';
import type { Caller } from '../callers/caller.js';
import type { LiveKeys } from '../callers/live-keys.js';
import type { SocketPlaces } from '../callers/socket-places.js';
import type { Turns } from '../callers/turns.js';
import { maskError, type ErrorEdge } from '../graphql/errors.js';
import { originOf } from './origin-of.js';
import { isLocal } from './own-host.js';
import { refuseTurn } from './rate-limited.js';

/** Who may come in, how often, and who is thrown out when a key ends. */
export type Admission = {
  authenticate: Authenticate;
  liveKeys: Pick<LiveKeys, 'hold'>;
  turns: Pick<Turns, 'peek' | 'take'>;
  places: Pick<SocketPlaces, 'take'>;
  /** Told of everybody who is turned away. */
  audit: Audit;
};

/** What stands before the routes of GraphQL. */
export type RequestAdmission = {
  /** Answers whoever is not known, or has come too often already, before anything of the body is read. */
  onRequest(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined>;
  /** The caller of a request that was let in. */
  callerOf(request: FastifyRequest): Caller;
};

/** Finds the callers of requests. Their connections are cut when their keys end before the answers do. */
export function admitRequests({ authenticate, liveKeys, turns, audit }: Admission, edge: ErrorEdge): RequestAdmission {
  const callers = new WeakMap<FastifyRequest, Caller>();
  return {
    async onRequest(request, reply) {
      const { headers, method } = request;
      if (method === 'OPTIONS') return undefined;
      const visit = { origin: originOf(request.raw), requestId: request.id };
      try {
        const authentication = await authenticate(headers.authorization ?? null, isLocal(headers));
        if (authentication.kind === 'refused') {
          const extensions = { code: 'UNAUTHENTICATED', requestId: request.id };
          audit({ ...visit, caller: null }, { kind: 'denial', operation: null, code: 'UNAUTHENTICATED' });
          return answer(reply, 401, { message: authentication.message, extensions });
        }
        const { caller } = authentication;
        const refusal = turns.peek(caller);
        if (refusal !== null) {
          audit({ ...visit, caller }, { kind: 'denial', operation: null, code: 'RATE_LIMITED' });
          const { errors, status, headers: told } = refuseTurn(refusal);
          reply.headers(told);
          const { message, extensions } = errors[0];
          return answer(reply, status, { message, extensions: { ...extensions, requestId: request.id } });
        }
        callers.set(request, caller);
        holdResponse(liveKeys, caller, reply.raw);
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
