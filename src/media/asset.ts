/** What a file is, judged by its content. */
export type MediaKind = 'VIDEO' | 'IMAGE' | 'AUDIO';

/** How a file came to us. */
export type MediaOrigin = 'UPLOADED' | 'IMPORTED' | 'PRODUCED';

/** What a probe reads out of a file. Values that the kind does not have are null. */
export type MediaFacts = {
  kind: MediaKind;
  mimeType: string;
  bytes: number;
  /** Pixels, as displayed. */
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  /** Frames per second. */
  frameRate: number | null;
  hasAudio: boolean | null;
};

/** A media file we keep. */
export type MediaAsset = MediaFacts & {
  id: string;
  callerId: string;
  origin: MediaOrigin;
  /** Where the file store keeps the bytes. */
  storageKey: string;
  /** The name offered for downloads; its ending fits the content. */
  fileName: string;
  /** Of the whole content, in hexadecimal. */
  sha256: string;
  createdAt: Date;
  /** Null means kept until it is deleted. */
  expiresAt: Date | null;
  /** Whether links live as long as the file, as its task asked for a time to live; otherwise for a day. */
  linksLast: boolean;
  /** When its time had come and the file was removed; null while it is there. */
  removedAt: Date | null;
};

/** Whether the file is gone, or may go at any moment: its time has come. */
export function isExpired({ expiresAt, removedAt }: Pick<MediaAsset, 'expiresAt' | 'removedAt'>, now: Date): boolean {
  return removedAt !== null || (expiresAt !== null && expiresAt <= now);
}

/** What to tell somebody who wants to use an expired asset. */
export function describeExpiry({ expiresAt, removedAt }: Pick<MediaAsset, 'expiresAt' | 'removedAt'>): string {
  const when = (expiresAt ?? removedAt)?.toISOString() ?? 'now';
  return `The file of this media asset was kept until ${when}, and is gone. Upload or import it again.`;
}
