import type { Readable } from 'node:stream';
import type { DirectUploads } from './direct-uploads.js';

/** A stored file as a listing shows it. */
export type StoredFile = { key: string; modifiedAt: Date };

/** Bytes of a file, counted from 0; the last one is included. */
export type ByteRange = { first: number; last: number };

/**
 * Where the bytes of assets lie: a folder, or a bucket. Every key has been through `storageKey`; anything else throws.
 * What lies under a key never changes, as the key names the content.
 */
export interface FileStore {
  /**
   * Copies a file into the store, durably: once this returns, a power cut does not lose it. Readers see the old
   * file or the whole new one. The source stays.
   */
  put(key: string, sourcePath: string): Promise<void>;

  /** The bytes of a file, or a part of them, as a stream that the caller reads to its end or destroys; null = not there. */
  read(key: string, range: ByteRange | null): Promise<Readable | null>;

  /**
   * The absolute path of a local file with the bytes, for whoever can read nothing but files: the stored file itself,
   * or a copy that stays for a day after the last time it was asked for. It is only for reading. Null = not there.
   */
  localPath(key: string): Promise<string | null>;

  exists(key: string): Promise<boolean>;

  /** Deletes a file; one that is not there is no error. */
  delete(key: string): Promise<void>;

  /** Everything in the store, half-written files of a crash included. */
  list(): AsyncIterable<StoredFile>;

  /** A link into the store itself under which anyone may read a file until then; null when the store has none. */
  link(key: string, expiresAt: Date): Promise<string | null>;

  /** How callers send files straight into the store; null when they send them to the gateway. */
  uploads: DirectUploads | null;

  /** Removes what the store keeps beside its files and nobody needs any more. Returns how much it was. */
  tidy(now: Date): Promise<number>;
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
  if (!isKey(key)) throw new Error(`"${key}" is no key of the file store.`);
  return key;
}

export function isKey(text: string): boolean {
  return KEY.test(text) && !text.includes('..');
}
