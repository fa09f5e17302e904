import type { IncomingMessage } from 'node:http';

const LINGER_MS = 5_000;

/**
 * For a request that was answered before its body was in. A client that is still sending sees the answer only if nobody
 * hangs up on it at once, so what comes is thrown away for a while; a body that does not end by then is cut off.
 */
export function hangUpLater(request: IncomingMessage): void {
  if (request.complete) return;
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), LINGER_MS).unref();
  const cancel = (): void => clearTimeout(timer);
  request.once('end', cancel).once('close', cancel).resume();
}
