import { EnvironmentError } from '../config/env.js';
import { DirectoryInUseError } from '../database/lock-directory.js';

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

/** Mistakes of the operator are told in a sentence; anything else is a bug and keeps its stack. */
export function explainError(error: unknown): string {
  if (error instanceof EnvironmentError || error instanceof DirectoryInUseError) return error.message;
  if (!(error instanceof Error)) return String(error);
  return explainSystemError(error) ?? error.stack ?? error.message;
}

function explainSystemError(error: NodeJS.ErrnoException & { address?: unknown; port?: unknown }): string | null {
  const reason = SYSTEM_ERRORS[error.code ?? ''];
  if (reason === undefined || error.syscall === undefined) return null;
  const address = error.address === undefined ? null : `${String(error.address)}:${String(error.port)}`;
  const subject = error.path ?? address;
  return subject === null ? error.message : `Cannot ${error.syscall} ${subject}: ${reason}.`;
}
