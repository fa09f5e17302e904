import { stat } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { findFormat, nameFormats } from './formats.js';
import { inspectImage } from './inspect-image.js';
import type { ProbeResult } from './probe-result.js';
import { inspectTracks } from './inspect-tracks.js';

/**
 * Tells by content what a file is and reads its measures from headers and packet tables. Nothing is decoded, nothing
 * but this one file is opened, and neither its name nor any declared type is believed. A file made to harm can still hang
 * the readers or exhaust their memory: only the media process calls this, everybody else `probeFile`.
 */
export async function inspectFile(path: string): Promise<ProbeResult> {
  const { size: bytes } = await stat(path);
  if (bytes === 0) return { kind: 'rejected', reason: 'The file is empty.' };
  const format = findFormat((await detectType(path)) ?? '');
  if (format === null) {
    return { kind: 'rejected', reason: `The content is no media file we know. Use ${nameFormats(null)}.` };
  }
  if (format.reader === null) return inspectImage(path, bytes, format);
  return inspectTracks(path, bytes, format, format.reader);
}

async function detectType(path: string): Promise<string | null> {
  try {
    return (await fileTypeFromFile(path))?.mime ?? null;
  } catch {
    return null; // The detector runs into the end of files that are cut off.
  }
}
