import type { IncomingMessage } from 'node:http';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Caller } from '../callers/caller.js';
import type { ErrorEdge } from '../graphql/errors.js';
import type { Trail } from '../lib/trail.js';
import type { Admission } from './admit-request.js';
import { dismissSocket } from './dismiss-socket.js';
import { originOf } from './origin-of.js';
import { isLocal } from './own-host.js';
import { tooManySocketsMessage } from './rate-limited.js';

/** What a socket is remembered by; its caller is known from its acknowledgement on. */
export type AdmittedSocket = Trail & {
  socket: WebSocket;
  request: IncomingMessage;
  caller?: Caller;
  release?: () => void;
};

const parameters = z.object({ authorization: z.string().nullish() });

/** On this the stock client comes back by itself, each time later. */
const TRY_AGAIN_LATER = 1013;

/**
 * Finds the caller of a socket by the key in its `connectionParams`. Without one that is valid, and once it ends, the
 * socket is closed with 4401, and with 4429 when its caller may have none: on these stock clients do not come back by
 * themselves. With 1013 when its caller has as many as it may, or nobody can know it just now: places are soon free that a
 * dead node, or a network that was lost, still holds. False when it is refused.
 */
export async function admitSocket(
  { authenticate, liveKeys, places, audit }: Admission,
  connectionParams: unknown,
  extra: AdmittedSocket,
  { isUnavailable, logger }: ErrorEdge,
): Promise<boolean> {
  const { socket, request, requestId } = extra;
  const { data } = parameters.safeParse(connectionParams ?? {});
  try {
    const authentication = await authenticate(data?.authorization ?? null, isLocal(request.headers));
    const visit = { origin: originOf(request), requestId };
    if (authentication.kind === 'refused') {
      audit({ ...visit, caller: null }, { kind: 'denial', operation: 'socket', code: 'UNAUTHENTICATED' });
      dismissSocket(socket, CloseCode.Unauthorized, authentication.message);
      return false;
    }
    const { caller } = authentication;
    const place = await places.take(caller);
    if (place.kind === 'refused') {
      audit({ ...visit, caller }, { kind: 'denial', operation: 'socket', code: 'RATE_LIMITED' });
      const code = place.limit === 0 ? CloseCode.TooManyInitialisationRequests : TRY_AGAIN_LATER;
      dismissSocket(socket, code, tooManySocketsMessage(place.limit));
      return false;
    }
    const end = (): void => dismissSocket(socket, CloseCode.Unauthorized, 'This API key is not valid any more.');
    extra.caller = caller;
    const letGo = liveKeys.hold(caller.credential, end);
    extra.release = () => {
      letGo();
      place.release();
    };
  } catch (error) {
    logger.warn({ err: error, requestId }, 'a socket could not be admitted');
    if (isUnavailable(error)) dismissSocket(socket, TRY_AGAIN_LATER, 'The store cannot be reached just now.');
    else dismissSocket(socket, CloseCode.InternalServerError, 'Something went wrong here.');
    return false;
  }
  // It may have gone while its key was looked up.
  if (socket.readyState !== socket.OPEN) extra.release();
  return true;
}
