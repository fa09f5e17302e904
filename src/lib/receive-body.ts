import { open } from 'node:fs/promises';
import type { Dispatcher } from 'undici';
import { TooManyBytesError } from './limit-bytes.js';

/** What has come of a file that is being downloaded. */
export type Received = {
  /** Whether the file was created, so that it is ours to write and to remove. */
  isOurs: boolean;
  /** What lies there. */
  bytes: number;
  /** What the server calls this version of the file, for `If-Range`; null when it says nothing that proves it. */
  validator: string | null;
};

/** The headers that ask for the rest of a file, and for the whole of it should it have changed; none at the beginning. */
export function headersForRest({ bytes, validator }: Received): Record<string, string> {
  return bytes === 0 || validator === null ? {} : { range: `bytes=${bytes}-`, 'if-range': validator };
}

/** Whether an answer is exactly the rest that was asked for. */
export function isRest({ statusCode, headers }: Dispatcher.ResponseData, { bytes, validator }: Received): boolean {
  return statusCode === 206 && validator !== null && String(headers['content-range']).startsWith(`bytes ${bytes}-`);
}

/**
 * Writes the body of an answer into the file at `path`: the rest behind what is there, anything else in its place. Keeps
 * book in `received`, also of what came before a failure.
 */
export async function receiveBody(
  response: Dispatcher.ResponseData,
  { path, maxBytes }: { path: string; maxBytes: number },
  received: Received,
): Promise<void> {
  const flags = isRest(response, received) ? 'a' : 'w';
  await using file = await open(path, received.isOurs ? flags : 'wx');
  received.isOurs = true;
  if (flags === 'w') {
    received.bytes = 0;
    received.validator = validatorOf(response.headers);
  }
  for await (const piece of response.body) {
    if (!(piece instanceof Uint8Array)) throw new TypeError('A body comes in bytes.');
    if (received.bytes + piece.length > maxBytes) throw new TooManyBytesError();
    await file.writeFile(piece);
    received.bytes += piece.length;
  }
}

/** A weak tag only says that two versions mean the same: their bytes may differ. */
function validatorOf({ etag, 'last-modified': date }: Dispatcher.ResponseData['headers']): string | null {
  if (typeof etag === 'string' && etag.startsWith('"')) return etag;
  return typeof date === 'string' ? date : null;
}
