import type { IncomingMessage } from 'node:http';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Caller } from '../callers/caller.js';
import type { ErrorEdge } from '../graphql/errors.js';
import type { Trail } from '../lib/trail.js';
import type { Admission } from './admit-request.js';
import { dismissSocket } from './dismiss-socket.js';
import { isLocal } from './own-host.js';

/** What a socket is remembered by; its caller is known from its acknowledgement on. */
export type AdmittedSocket = Trail & {
  socket: WebSocket;
  request: IncomingMessage;
  caller?: Caller;
  release?: () => void;
};

const parameters = z.object({ authorization: z.string().nullish() });

/** A socket that comes back to a node which cannot know it just now is to try again, as the stock client does on this. */
const TRY_AGAIN_LATER = 1013;

/**
 * Finds the caller of a socket by the key in its `connectionParams`. Without one that is valid, and once it ends, the
 * socket is closed with 4401, on which clients do not come back by themselves. False when it is refused.
 */
export async function admitSocket(
  { authenticate, liveKeys }: Admission,
  connectionParams: unknown,
  extra: AdmittedSocket,
  { isUnavailable, logger }: ErrorEdge,
): Promise<boolean> {
  const { socket, request, requestId } = extra;
  const { data } = parameters.safeParse(connectionParams ?? {});
  try {
    const authentication = await authenticate(data?.authorization ?? null, isLocal(request.headers));
    if (authentication.kind === 'refused') {
      dismissSocket(socket, CloseCode.Unauthorized, authentication.message);
      return false;
    }
    const { caller } = authentication;
    const end = (): void => dismissSocket(socket, CloseCode.Unauthorized, 'This API key is not valid any more.');
    extra.caller = caller;
    extra.release = liveKeys.hold(caller.credential, end);
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
