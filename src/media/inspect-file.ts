import { open, stat } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { checkBoxes } from './check-boxes.js';
import { findFormat, nameFormats, type MediaFormat } from './formats.js';
import { inspectImage } from './inspect-image.js';
import type { ProbeResult } from './probe-result.js';
import { inspectTracks } from './inspect-tracks.js';
import { KIND_LIMITS } from './limits.js';

/**
 * Tells by content what a file is and reads its measures from headers and packet tables. Nothing is decoded, nothing
 * but this one file is opened, and neither its name nor any declared type is believed. A file made to harm can still hang
 * the readers or exhaust their memory: only the media process calls this, everybody else `probeFile`.
 * @param isOutput whether it is ours or a provider's work: no limit of inputs counts, and stray bytes are passed over, as a
 *   paid video is worth more than none.
 */
export async function inspectFile(path: string, isOutput = false): Promise<ProbeResult> {
  const { size: bytes } = await stat(path);
  if (bytes === 0) return { kind: 'rejected', reason: 'The file is empty.' };
  const format = findFormat((await detectType(path)) ?? '');
  if (format === null) {
    return { kind: 'rejected', reason: `The content is no media file we know. Use ${nameFormats(null)}.` };
  }
  const objection = await findObjection(path, bytes, format, isOutput);
  if (objection !== null) return { kind: 'rejected', reason: `The ${format.name} file ${objection}.` };
  if (format.reader === null) return inspectImage(path, bytes, format);
  return inspectTracks({ path, bytes, format, reader: format.reader, isOutput });
}

/** What keeps a file from being read at all. Outputs are videos, and may be larger than what anybody gives. */
async function findObjection(
  path: string,
  bytes: number,
  { kind, mimeType }: MediaFormat,
  isOutput: boolean,
): Promise<string | null> {
  const { maxBytes } = KIND_LIMITS[kind];
  if (kind !== 'VIDEO' && !isOutput && bytes > maxBytes) return `has more than ${maxBytes / (1024 * 1024)} MB`;
  if (mimeType !== 'video/mp4' && mimeType !== 'video/quicktime') return null;
  await using file = await open(path, 'r');
  return await checkBoxes(file, bytes, isOutput);
}

async function detectType(path: string): Promise<string | null> {
  try {
    return (await fileTypeFromFile(path))?.mime ?? null;
  } catch {
    return null; // The detector runs into the end of files that are cut off.
  }
}
