import type { MediaRoom } from './media-room.js';
import type { MediaSource } from './media-source.js';
import { resolveSource, type ResolvedSource } from './resolve-source.js';

/** A caller's wish to keep a file for later use. */
export type ImportRequest = { callerId: string; source: MediaSource; signal: AbortSignal };

/** Brings a file in by URL, data URI or base64 and keeps it as an asset; an asset id is only looked up. */
export function importMedia(room: MediaRoom, request: ImportRequest): Promise<ResolvedSource> {
  return resolveSource(room, { ...request, role: null });
}
