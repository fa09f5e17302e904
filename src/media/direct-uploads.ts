/** What an upload may be; null where the caller did not announce it. */
export type AnnouncedUpload = { assetId: string; mimeType: string | null; bytes: number | null; expiresAt: Date };

/** How a copy of what was sent ended. */
export type FetchedUpload = 'fetched' | 'missing' | 'too-large';

/**
 * How callers send files straight into a store, past the gateway. What lies there was not looked at and is no asset
 * yet; whoever holds the link can still replace it.
 */
export type DirectUploads = {
  /** A URL that takes the file by PUT until the expiry (whole seconds). Type and size, where announced, are bound to it. */
  sign(upload: AnnouncedUpload): Promise<string>;
  /** Copies what was sent to a new local file. */
  fetch(assetId: string, path: string, maxBytes: number): Promise<FetchedUpload>;
  /** Deletes what was sent; nothing there is no error. */
  delete(assetId: string): Promise<void>;
  /** Everything that was sent and not deleted. */
  list(): AsyncIterable<{ assetId: string }>;
};
