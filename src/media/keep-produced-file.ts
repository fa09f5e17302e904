import { newId } from '../lib/new-id.js';
import { keepFile, type AssetPlaces, type KeepOutcome } from './keep-file.js';

/** A finished output, or its poster. */
export type ProducedFile = {
  callerId: string;
  /** Absolute path; the file is copied and stays. */
  path: string;
  fileName: string;
  expiresAt: Date | null;
  /** Whether links live until the expiry. */
  linksLast?: boolean;
  /** Chosen beforehand and stored by whoever may have to repeat the step; null takes a new one. */
  assetId: string | null;
};

/**
 * Keeps an output. The limits of inputs do not apply to it, and it never stands in for another file of the same
 * content, as it goes with its task. With an `assetId`, running it again gives the same asset.
 */
export function keepProducedFile(places: AssetPlaces, file: ProducedFile): Promise<KeepOutcome> {
  const assetId = file.assetId ?? newId('asset');
  return keepFile(places, { ...file, assetId, origin: 'PRODUCED', reuse: false, check: () => null });
}
