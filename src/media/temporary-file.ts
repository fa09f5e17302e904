import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A path for bytes that are not judged yet. Nothing is created; disposing removes what lies there by then. */
export type TemporaryFile = AsyncDisposable & { path: string };

/** Reserves a path in the folder, which is created for us alone when it is missing. The name is never a stranger's. */
export async function reserveTemporaryFile(directory: string): Promise<TemporaryFile> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, randomUUID());
  return { path, [Symbol.asyncDispose]: () => rm(path, { force: true }) };
}
