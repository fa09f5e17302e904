import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticate, Authentication } from '../callers/authenticate.js';
import type { Caller } from '../callers/caller.js';
import type { LiveKeys } from '../callers/live-keys.js';
import { isLocal } from './own-host.js';

/** Who may come in, and who is thrown out when a key ends. */
export type Admission = { authenticate: Authenticate; liveKeys: Pick<LiveKeys, 'hold'> };

/** Finds the caller of a request. Its connection is cut when the key ends before the answer does. */
export async function admitRequest(
  { authenticate, liveKeys }: Admission,
  { headers }: FastifyRequest,
  { raw }: FastifyReply,
): Promise<Authentication> {
  const authentication = await authenticate(headers.authorization ?? null, isLocal(headers));
  if (authentication.kind === 'known') holdResponse(liveKeys, authentication.caller, raw);
  return authentication;
}

function holdResponse(liveKeys: Pick<LiveKeys, 'hold'>, { credential }: Caller, response: ServerResponse): void {
  const release = liveKeys.hold(credential, () => response.destroy());
  // The client may have left while its key was looked up: then nothing tells of it any more.
  if (response.closed) release();
  else response.once('close', release);
}
