import { open, type FileHandle } from 'node:fs/promises';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';
import type { MediaFormat } from './formats.js';
import type { ProbeResult } from './probe-result.js';

// Only these three readers: those of other formats in the same package have run into endless loops.
const READERS: Readonly<Record<string, { calculate: (head: Uint8Array) => Size }>> = {
  'image/png': PNG,
  'image/jpeg': JPG,
  'image/webp': WEBP,
};

type Size = { width: number; height: number; orientation?: number };

/** Bounds the search for a JPEG's size, which may lie behind a thumbnail and a colour profile. */
const HEAD_BYTES = 4 * 1024 * 1024;
const TAIL_BYTES = 64 * 1024;

/** Reads an image's size from its header and makes sure that it is whole, alone and still. */
export async function inspectImage(path: string, bytes: number, format: MediaFormat): Promise<ProbeResult> {
  await using file = await open(path, 'r');
  const head = await readAt(file, 0, Math.min(bytes, HEAD_BYTES));
  const size = readSize(head, format.mimeType);
  if (size === null) return { kind: 'rejected', reason: `The ${format.name} image has no readable size.` };
  const tail = await readAt(file, Math.max(0, bytes - TAIL_BYTES), Math.min(bytes, TAIL_BYTES));
  const fault = findFault(format, head, tail, bytes);
  if (fault !== null) return { kind: 'rejected', reason: fault };
  // Orientations from 5 on lie on their side: what is stored as width is seen as height.
  const lies = (size.orientation ?? 1) >= 5;
  const [width, height] = lies ? [size.height, size.width] : [size.width, size.height];
  const { kind, mimeType } = format;
  const facts = { kind, mimeType, bytes, width, height, durationSeconds: null, frameRate: null, hasAudio: null };
  return { kind: 'probed', facts };
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function readSize(head: Uint8Array, mimeType: string): Size | null {
  try {
    const size = READERS[mimeType]?.calculate(head);
    return size !== undefined && size.width > 0 && size.height > 0 ? size : null;
  } catch {
    return null;
  }
}

/** What is wrong with an image around its pixels, as a sentence; null when it is whole, alone and still. */
function findFault({ mimeType, name }: MediaFormat, head: Buffer, tail: Buffer, bytes: number): string | null {
  const end = endOf(mimeType, head, tail, bytes);
  if (end > bytes) return `The ${name} image is cut off. Send the whole file.`;
  if (end < bytes) return `Something follows the end of the ${name} image. Save it as a plain picture.`;
  return isAnimated(mimeType, head) ? `The ${name} image is animated. Send a still one.` : null;
}

/** Where the image ends; behind the end of the file when it is cut off. */
function endOf(mimeType: string, head: Buffer, tail: Buffer, bytes: number): number {
  if (mimeType === 'image/webp') return head.length < 8 ? Infinity : head.readUInt32LE(4) + 8;
  const isPng = mimeType === 'image/png';
  const at = isPng ? tail.lastIndexOf('IEND', undefined, 'latin1') : tail.lastIndexOf(Buffer.from([0xff, 0xd9]));
  if (at === -1) return Infinity;
  // Behind the name in a PNG stands a checksum. Some cameras fill the end of a JPEG up with zeros.
  if (!isPng && tail.subarray(at + 2).every((byte) => byte === 0)) return bytes;
  return bytes - tail.length + at + (isPng ? 8 : 2);
}

/** A flag in the extended header tells it. An animated PNG is a type of its own, which we do not keep. */
function isAnimated(mimeType: string, head: Buffer): boolean {
  const isExtended = mimeType === 'image/webp' && head.toString('latin1', 12, 16) === 'VP8X';
  return isExtended && ((head[20] ?? 0) & 0x02) !== 0;
}
