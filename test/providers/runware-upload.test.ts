import { randomBytes } from 'node:crypto';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeMedia } from '../../src/providers/runware/encode-media.js';
import { createTemporaryDirectory } from '../support/temporary-directory.js';

const PIECE = 192 * 1024;

test.each([0, 1, 2, 3, 4, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 2])(
  'a file of %i bytes is the same in pieces as in one',
  async (size) => {
    await using directory = await createTemporaryDirectory();
    const path = join(directory.path, 'input');
    const content = randomBytes(size);
    await writeFile(path, content);
    await using file = await open(path);
    const task = { taskType: 'mediaStorage', taskUUID: 'a "quoted" id, ü', operation: 'upload' };
    const stream = encodeMedia(task, 'video/mp4', file, size);
    const pieces = await collect(stream.pieces());
    const media = `data:video/mp4;base64,${content.toString('base64')}`;
    expect(Buffer.concat(pieces).toString()).toBe(JSON.stringify([{ ...task, media }]));
    expect(stream.bytes).toBe(Buffer.concat(pieces).length);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual((PIECE / 3) * 4 + 4);
  },
);

async function collect(pieces: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}
