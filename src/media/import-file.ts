import { copyFile, constants } from 'node:fs/promises';
import { basename } from 'node:path';
import { newId } from '../lib/new-id.js';
import type { InputRole } from '../tasks/models.js';
import { checkRole } from './check-role.js';
import { keepFile } from './keep-file.js';
import { expiryOf, type MediaRoom } from './media-room.js';
import type { ResolvedSource } from './resolve-source.js';
import { reserveTemporaryFile } from './temporary-file.js';

/** A file of this machine, named by somebody who may read it. */
export type LocalFile = { callerId: string; path: string; role: InputRole };

/** Keeps a local file as an asset that is fit for the role; content the caller already has is not kept twice. */
export async function importFile(room: MediaRoom, { callerId, path, role }: LocalFile): Promise<ResolvedSource> {
  // Whoever owns the file may write it meanwhile: the copy is what is judged, hashed and kept.
  await using temporary = await reserveTemporaryFile(room.temporaryDirectory);
  await copyFile(path, temporary.path, constants.COPYFILE_FICLONE);
  const outcome = await keepFile(room, {
    assetId: newId('asset'),
    callerId,
    path: temporary.path,
    fileName: basename(path),
    origin: 'IMPORTED',
    expiresAt: expiryOf(room, new Date()),
    reuse: true,
    check: (facts) => checkRole(facts, role),
  });
  return outcome.kind === 'kept' ? { kind: 'resolved', asset: outcome.asset } : outcome;
}
