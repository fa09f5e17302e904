/** A stored file as a listing shows it. */
export type StoredFile = { key: string; modifiedAt: Date };

/** Where the bytes of assets lie. Every key has been through `storageKey`; anything else throws. */
export interface FileStore {
  /**
   * Copies a file into the store, durably: once this returns, a power cut does not lose it. Readers see the old
   * file or the whole new one. The source stays.
   */
  put(key: string, sourcePath: string): Promise<void>;

  /** The absolute path of a local file with the bytes, whether they exist or not. */
  path(key: string): string;

  exists(key: string): Promise<boolean>;

  /** Deletes a file; one that is not there is no error. */
  delete(key: string): Promise<void>;

  /** Everything in the store, half-written files of a crash included. */
  list(): AsyncIterable<StoredFile>;
}

const KEY = /^[a-z0-9]{2}\/[a-z0-9_.-]+$/;

/**
 * The key of an asset's bytes. It names the content as well as the asset, so that two writers of one asset never
 * write the same file with different bytes, and a repeated write is the same write.
 */
export function storageKey(assetId: string, sha256: string, extension: string): string {
  // The last characters of an id are random: they spread the files over folders.
  return checkKey(`${assetId.slice(-2)}/${assetId}-${sha256.slice(0, 16)}.${extension}`);
}

/** Throws unless the key is one that `storageKey` could have made. */
export function checkKey(key: string): string {
  if (!KEY.test(key) || key.includes('..')) throw new Error(`"${key}" is no key of the file store.`);
  return key;
}
