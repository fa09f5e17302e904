import type { FileHandle } from 'node:fs/promises';
import type { BodyStream } from '../upstream-client.js';
import type { RunwareTask } from './wire.js';

const PIECE_BYTES = 192 * 1024;

/**
 * A request of one task whose `media` is a file as a data URI, made piece by piece: a video of 100 MB takes no more memory
 * than a picture. The file is not closed.
 */
export function encodeMedia(task: RunwareTask, mimeType: string, file: FileHandle, bytes: number): BodyStream {
  const body = JSON.stringify([{ ...task, media: `data:${mimeType};base64,` }]);
  // Base64 needs no escapes, so the content goes right before the quote that ends the last member.
  const end = body.length - '"}]'.length;
  return {
    contentType: 'application/json',
    bytes: Buffer.byteLength(body) + Math.ceil(bytes / 3) * 4,
    async *pieces() {
      yield Buffer.from(body.slice(0, end));
      yield* encode(file, bytes);
      yield Buffer.from(body.slice(end));
    },
  };
}

/** Three bytes make four characters: what is left over by one piece goes in front of the next. */
async function* encode(file: FileHandle, bytes: number): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for (let position = 0; position < bytes;) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PIECE_BYTES), 0, PIECE_BYTES, position);
    if (bytesRead === 0) throw new Error('The file became shorter while it was sent.');
    position += bytesRead;
    const given = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
    const whole = position < bytes ? given.length - (given.length % 3) : given.length;
    yield Buffer.from(given.toString('base64', 0, whole));
    rest = given.subarray(whole);
  }
}
