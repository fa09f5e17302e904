import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another process has the directory open. */
export class DirectoryInUseError extends Error {
  override readonly name = 'DirectoryInUseError';

  constructor(readonly directory: string) {
    super(`${directory} is in use by another Reelay process. Stop it, or set DATA_DIR to another folder.`);
  }
}

/**
 * Makes this process the only one that has the directory open: an embedded database that two processes write is lost.
 * The lock is a listening socket, so the system drops it with the process, however that ends; a lock file would stay.
 */
export async function lockDirectory(directory: string): Promise<AsyncDisposable> {
  const path = socketPath(await realpath(directory));
  const server = (await listen(path)) ?? (leavesAFile() ? await takeOver(path) : null);
  if (server === null) throw new DirectoryInUseError(directory);
  server.unref();
  return { [Symbol.asyncDispose]: () => close(server) };
}

/**
 * Linux and Windows have names that vanish with their process, elsewhere it is a file. Socket paths are limited to about
 * 100 characters, so the directory's name is hashed.
 */
function socketPath(directory: string): string {
  const name = `reelay-${createHash('sha256').update(directory).digest('hex').slice(0, 24)}`;
  if (platform() === 'linux') return `\0${name}`;
  return platform() === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function leavesAFile(): boolean {
  return platform() !== 'linux' && platform() !== 'win32';
}

/** A socket file whose process was killed refuses connections: then it is only rubbish. */
async function takeOver(path: string): Promise<Server | null> {
  if (await answers(path)) return null;
  await rm(path, { force: true });
  return listen(path);
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(path, () => resolve(server));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
