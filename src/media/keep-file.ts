import type { MediaAsset, MediaFacts, MediaOrigin } from './asset.js';
import type { AssetStore, CreatedAsset } from './asset-store.js';
import { cleanFileName } from './file-name.js';
import { storageKey, type FileStore } from './file-store.js';
import { findFormat } from './formats.js';
import { hashFile } from './hash-file.js';
import { refuse, type MediaRefusal } from './media-refusal.js';
import type { ProbeFile } from './probe.js';

/** Where assets live, their rows and their bytes, and what judges files before they get there. */
export type AssetPlaces = { assets: AssetStore; files: FileStore; probe: ProbeFile };

/** A file that is to become an asset. */
export type FileToKeep = {
  assetId: string;
  callerId: string;
  /** Absolute path of the bytes. They are copied and must not change meanwhile; the file stays. */
  path: string;
  /** As somebody named it; it is cleaned, and its ending made to fit the content. */
  fileName: string;
  origin: MediaOrigin;
  expiresAt: Date | null;
  /** Whether links live until the expiry. */
  linksLast?: boolean;
  /** Whether the same content, kept before for this caller, stands in for the file. */
  reuse: boolean;
  /** What is wrong with the file, as a sentence, or null. */
  check: (facts: MediaFacts) => string | null;
};

/** `isNew` is false when the asset was there before: a repeated step, or the same content. */
export type KeepOutcome = ({ kind: 'kept' } & CreatedAsset) | MediaRefusal;

/**
 * Makes an asset of a file: probe, check, hash, copy into the store, and only then the row. Running it again for the same
 * asset gives the same asset, whatever a crash left behind: without a row, a stored file is swept up later.
 */
export async function keepFile(places: AssetPlaces, file: FileToKeep): Promise<KeepOutcome> {
  const existing = await places.assets.find(file.callerId, file.assetId);
  if (existing !== null) return { kind: 'kept', asset: existing, isNew: false };
  const probe = await places.probe(file.path, file.origin === 'PRODUCED');
  if (probe.kind === 'rejected') return refuse('MEDIA_REJECTED', probe.reason);
  if (probe.kind === 'unjudged') return unjudged(file, probe.reason);
  const objection = file.check(probe.facts);
  if (objection !== null) return refuse('MEDIA_REJECTED', objection);
  return { kind: 'kept', ...(await store(places, file, probe.facts)) };
}

/** An output of ours is most likely good and is tried again; a stranger's file is refused, as it may be made to hurt. */
function unjudged({ origin }: FileToKeep, reason: string): MediaRefusal {
  if (origin === 'PRODUCED') throw new Error(`An output could not be examined: ${reason}`);
  return refuse(
    'MEDIA_REJECTED',
    'The file could not be examined: it is damaged, or it takes too long. Send it again, or another one.',
  );
}

async function store({ assets, files }: AssetPlaces, file: FileToKeep, facts: MediaFacts): Promise<CreatedAsset> {
  const asset = describe(file, facts, await hashFile(file.path));
  await files.put(asset.storageKey, file.path);
  const created = file.reuse ? await assets.createOnce(asset) : await assets.create(asset);
  if (created.asset.storageKey !== asset.storageKey) await files.delete(asset.storageKey);
  return created;
}

function describe(file: FileToKeep, facts: MediaFacts, sha256: string): MediaAsset {
  return {
    ...facts,
    id: file.assetId,
    callerId: file.callerId,
    origin: file.origin,
    storageKey: storageKey(file.assetId, sha256, findFormat(facts.mimeType)?.extension ?? 'bin'),
    fileName: cleanFileName(file.fileName, facts.mimeType),
    sha256,
    createdAt: new Date(),
    expiresAt: file.expiresAt,
    linksLast: file.linksLast ?? false,
    removedAt: null,
  };
}
