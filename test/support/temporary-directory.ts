import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawFields, makeClip } from './make-media.js';

/** A folder of its own; disposing removes it. */
export async function createTemporaryDirectory(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'reelay-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** A real two-second video, 320 x 240, in a folder. Returns its absolute path. */
export function makeShortClip(directory: string, name = 'clip.mp4'): Promise<string> {
  const draw = { draw: (context: Parameters<typeof drawFields>[0], index: number) => drawFields(context, index * 3) };
  return makeClip(join(directory, name), { width: 320, height: 240, frames: 60, ...draw });
}
