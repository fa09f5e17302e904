import { Transform } from 'node:stream';

/** More came through a stream than it may carry. */
export class TooManyBytesError extends Error {
  override readonly name = 'TooManyBytesError';
}

/** A stream that passes bytes on, and fails with TooManyBytesError at the first one too many. */
export function limitBytes(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      bytes += chunk.length;
      if (bytes > maxBytes) callback(new TooManyBytesError());
      else callback(null, chunk);
    },
  });
}
