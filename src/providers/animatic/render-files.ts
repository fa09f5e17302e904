import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { VideoRequest } from '../provider.js';

/** The finished file of a request; it has this name only once it is whole. */
export function finishedPath(workDir: string, request: VideoRequest): string {
  return join(workDir, `${request.startKey}.${request.outputFormat.toLowerCase()}`);
}

/** A new name to render into, never taken for a result and never shared by two processes. */
export async function newPartPath(workDir: string, request: VideoRequest): Promise<string> {
  await mkdir(workDir, { recursive: true });
  return join(workDir, `${request.startKey}.${randomUUID()}.part`);
}

/** Gives a complete part its final name; the rename is atomic within the directory. */
export async function finishPart(partPath: string, workDir: string, request: VideoRequest): Promise<void> {
  await rename(partPath, finishedPath(workDir, request));
}

/** Tells whether the finished file is there. */
export async function isFinished(workDir: string, request: VideoRequest): Promise<boolean> {
  return access(finishedPath(workDir, request)).then(
    () => true,
    () => false,
  );
}

/** Removes every file of one start key: the result and whatever dead processes left half done. */
export async function removeFiles(workDir: string, startKey: string): Promise<void> {
  const names = await readdir(workDir).catch(() => []);
  const own = names.filter((name) => name.startsWith(`${startKey}.`));
  await Promise.all(own.map((name) => rm(join(workDir, name), { force: true })));
}
