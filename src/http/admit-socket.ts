import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Caller } from '../callers/caller.js';
import type { Admission } from './admit-request.js';

/** What a socket is remembered by, from its acknowledgement on. */
export type AdmittedSocket = { socket: WebSocket; caller?: Caller; release?: () => void };

const parameters = z.object({ authorization: z.string().nullish() });

/**
 * Finds the caller of a socket by the key in its `connectionParams`. Without one that is valid, and once it ends, the
 * socket is closed with 4401, on which clients do not come back by themselves. False when it is refused.
 */
export async function admitSocket(
  { authenticate, liveKeys }: Admission,
  connectionParams: unknown,
  extra: AdmittedSocket,
): Promise<boolean> {
  const { data } = parameters.safeParse(connectionParams ?? {});
  const authentication = await authenticate(data?.authorization ?? null);
  if (authentication.kind === 'refused') return dismiss(extra.socket, authentication.message);
  const { caller } = authentication;
  extra.caller = caller;
  if (caller.credential.kind !== 'key') return true;
  extra.release = liveKeys.hold(caller.credential.keyId, () =>
    dismiss(extra.socket, 'This API key is not valid any more.'),
  );
  // It may have gone while its key was looked up.
  if (extra.socket.readyState !== extra.socket.OPEN) extra.release();
  return true;
}

function dismiss(socket: WebSocket, reason: string): false {
  socket.close(CloseCode.Unauthorized, shortened(reason));
  return false;
}

/** A close frame carries at most 123 bytes of reason. */
function shortened(reason: string): string {
  return Buffer.from(reason).subarray(0, 123).toString('utf8');
}
