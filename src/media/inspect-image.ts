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

/** Reads an image's size from its header and makes sure that its end is there. */
export async function inspectImage(path: string, bytes: number, format: MediaFormat): Promise<ProbeResult> {
  await using file = await open(path, 'r');
  const head = await readAt(file, 0, Math.min(bytes, HEAD_BYTES));
  const size = readSize(head, format.mimeType);
  if (size === null) return { kind: 'rejected', reason: `The ${format.name} image has no readable size.` };
  const tail = await readAt(file, Math.max(0, bytes - TAIL_BYTES), Math.min(bytes, TAIL_BYTES));
  if (!isComplete(format.mimeType, head, tail, bytes)) {
    return { kind: 'rejected', reason: `The ${format.name} image is cut off. Send the whole file.` };
  }
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

function isComplete(mimeType: string, head: Buffer, tail: Buffer, bytes: number): boolean {
  if (mimeType === 'image/png') return tail.includes('IEND', 0, 'latin1');
  if (mimeType === 'image/jpeg') return tail.includes(Buffer.from([0xff, 0xd9]));
  return head.length >= 8 && head.readUInt32LE(4) + 8 <= bytes;
}
