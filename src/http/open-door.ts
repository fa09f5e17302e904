import { isIP } from 'node:net';

/** Nobody has made a key yet, and the server was told to listen to more than this machine. */
export class OpenDoorError extends Error {
  override readonly name = 'OpenDoorError';

  constructor(host: string) {
    super(
      `HOST is ${host}, but there are no API keys: everybody who reaches this address could spend your money. Set ` +
        'ADMIN_KEY, or make a key first with `reelay keys create`, or leave HOST at 127.0.0.1.',
    );
  }
}

/** Whether an address is reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
