import { open } from 'node:fs/promises';

/** More top-level boxes than any file has in front of its first samples. */
const MAX_BOXES = 256;

/**
 * Whether an MP4 or MOV file can be played before it is fully loaded: its tables ("moov") come before its samples
 * ("mdat"). Only the heads of boxes are read.
 */
export async function startsAtOnce(path: string): Promise<boolean> {
  await using file = await open(path, 'r');
  const head = Buffer.alloc(16);
  let position = 0;
  for (let count = 0; count < MAX_BOXES; count += 1) {
    const { bytesRead } = await file.read(head, 0, head.length, position);
    if (bytesRead < 8) return false;
    const type = head.toString('latin1', 4, 8);
    if (type === 'moov') return true;
    if (type === 'mdat') return false;
    const size = head.readUInt32BE(0);
    // 1 announces a size of eight bytes behind the type; 0 says that the box is the last one.
    const length = size === 1 && bytesRead === head.length ? Number(head.readBigUInt64BE(8)) : size;
    if (length < 8) return false;
    position += length;
  }
  return false;
}
