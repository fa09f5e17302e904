import { derivedId } from '../lib/new-id.js';
import type { MediaFacts } from './asset.js';
import type { AssetPlaces, KeepOutcome } from './keep-file.js';
import { keepProducedFile } from './keep-produced-file.js';

/** What is made of one output. */
export type PartName = 'video' | 'original' | 'poster' | 'storyboard' | 'preview';

/** Whose output it is, and what its files are called. */
export type OutputOwner = {
  callerId: string;
  /** The start key of its result: all assets take their ids from it, so that a repeated step finds its own work. */
  startKey: string;
  /** What downloads are called. */
  fileName: string;
  /** How long the files stay; null = as long as the gateway keeps files. */
  ttlSeconds: number | null;
};

/** One file of an output; `facts` have been read, or are known as it is our own work. */
export type OutputPart = { name: PartName; path: string; facts: MediaFacts; expiresAt: Date | null };

/** The id that a part of an output has, kept or not. */
export function partId({ startKey }: Pick<OutputOwner, 'startKey'>, name: PartName): string {
  return derivedId('asset', `${startKey}/${name}`);
}

/** Keeps one file of an output as an asset, without another process to look at it. */
export function keepPart(places: AssetPlaces, owner: OutputOwner, part: OutputPart): Promise<KeepOutcome> {
  const { callerId, ttlSeconds } = owner;
  const { name, path, facts, expiresAt } = part;
  const known = { ...places, probe: () => Promise.resolve({ kind: 'probed', facts } as const) };
  const isPlain = name === 'video' || name === 'poster';
  const fileName = isPlain ? owner.fileName : `${owner.fileName} ${name}`;
  const assetId = partId(owner, name);
  return keepProducedFile(known, { callerId, path, fileName, expiresAt, linksLast: ttlSeconds !== null, assetId });
}
