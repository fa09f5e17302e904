import { EnvironmentError } from '../config/env.js';
import { DirectoryInUseError } from '../database/lock-directory.js';
import { SecretMismatchError } from '../database/match-secret.js';
import { isStoreUnavailable } from '../database/store-unavailable.js';
import { OpenDoorError } from '../http/open-door.js';
import { KeyDeskError } from './keys/key-desk.js';
import { FileStoreError } from '../media/file-store-error.js';

/** What the operating system refuses, in words for the person at the terminal. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EADDRINUSE: 'the address is in use by another program',
  EADDRNOTAVAIL: 'this machine has no such address',
  EEXIST: 'there is a file where a folder is needed',
  EISDIR: 'it is a folder',
  ENOENT: 'it does not exist',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is no folder',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk is read-only',
};

/** Errors whose message is a sentence for the operator. */
const TOLD = [EnvironmentError, DirectoryInUseError, FileStoreError, KeyDeskError, OpenDoorError, SecretMismatchError];

/** How Prisma begins when a database cannot be reached or entered; the rest of its message repeats the line. */
const DATABASE_PROBLEM =
  /^(Can't reach database.*|Database not reachable.*|Authentication failed.*|Database .* does not exist.*|User .* was denied.*)/;

/** Mistakes of the operator are told in a sentence; anything else is a bug and keeps its stack. */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (TOLD.some((known) => error instanceof known)) return error.message;
  const [, database] = DATABASE_PROBLEM.exec(error.message) ?? [];
  if (database !== undefined) return `The database cannot be used: ${database.replaceAll('`', '')}`;
  const system = explainSystemError(error);
  if (system !== null) return system;
  if (isStoreUnavailable(error)) return `The database cannot be used: ${error.message}.`;
  return error.stack ?? error.message;
}

function explainSystemError(error: NodeJS.ErrnoException & { address?: string; port?: number }): string | null {
  const reason = SYSTEM_ERRORS[error.code ?? ''];
  if (reason === undefined || error.syscall === undefined) return null;
  const address = error.address === undefined ? null : `${error.address}:${error.port}`;
  const subject = error.path ?? address;
  return subject === null ? error.message : `Cannot ${error.syscall} ${subject}: ${reason}.`;
}
