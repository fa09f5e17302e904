import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isPublicAddress } from './public-address.js';

/** The connection was not made, or not used, because it leads where strangers must not send us. */
export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError';
}

/**
 * A name has no address on the public internet: it is unknown, or one of its addresses is private. The two are not told
 * apart, so that nobody learns by guessing which names a private network has.
 */
export class NoPublicAddressError extends Error {
  override readonly name = 'NoPublicAddressError';
}

/** Whether an error is of this type: several attempts to connect to one name fail as one error with many inside. */
export function isCausedBy(type: typeof ForbiddenAddressError | typeof NoPublicAddressError, error: unknown): boolean {
  return error instanceof AggregateError ? error.errors.some((each) => isCausedBy(type, each)) : error instanceof type;
}

/** How names become addresses; always asked for all of them. */
export type ResolveName = (
  hostname: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Bounds of every connection. */
export type GuardedAgentOptions = {
  allowPrivate: boolean;
  idleTimeoutMs: number;
  /** Addresses that are refused even so: an operator's own ones. None unless given. */
  isDenied?: ((address: string) => boolean) | undefined;
  /** How names become addresses; the system's way unless given. */
  resolveName?: ResolveName | undefined;
};

/**
 * An undici dispatcher that connects to the public internet only. It checks a literal address, every address a name
 * resolves to (one bad one condemns the name), and the address it is connected to in the end, so that a name cannot
 * change between check and use. Proxy variables have no effect, and no connection is used twice.
 */
export function createGuardedAgent(options: GuardedAgentOptions): Agent {
  const { allowPrivate, idleTimeoutMs, isDenied, resolveName } = options;
  const isAllowed = (address: string): boolean =>
    (allowPrivate || isPublicAddress(address)) && isDenied?.(address) !== true;
  const lookup = guardLookup(resolveName ?? systemLookup, isAllowed);
  // `lookup` is an option of net.connect that undici passes on.
  const connect = buildConnector({ timeout: idleTimeoutMs, maxCachedSessions: 0, lookup });
  return new Agent({
    keepAliveTimeout: 1,
    headersTimeout: idleTimeoutMs,
    bodyTimeout: idleTimeoutMs,
    connect: (target, callback) => {
      const host = target.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0 && !isAllowed(host)) return callback(new ForbiddenAddressError(), null);
      connect(target, (error, socket) => {
        if (error !== null) return callback(error, null);
        if (isAllowed(socket.remoteAddress ?? '')) return callback(null, socket);
        socket.destroy();
        callback(new ForbiddenAddressError(), null);
      });
    },
  });
}

function guardLookup(resolveName: ResolveName, isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null) return callback(error.code === 'ENOTFOUND' ? new NoPublicAddressError() : error, '', 0);
      if (first === undefined || !addresses.every(({ address }) => isAllowed(address))) {
        return callback(new NoPublicAddressError(), '', 0);
      }
      if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
