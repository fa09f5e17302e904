import { readFile } from 'node:fs/promises';
import type { InputFile, InputFiles } from '../provider.js';
import type { HandedFile, Remembered, UploadTrouble } from '../shared-uploads.js';
import { upstreamError } from '../upstream-error.js';

/** Where the service finds each file, by asset id. `usesStore`: some lie in its temporary store, `remembered` for a while. */
export type HandedOver = {
  kind: 'handed-over';
  addresses: ReadonlyMap<string, string>;
  usesStore: boolean;
  remembered: Remembered[];
};

/** Brings a file into the service's temporary store, unless it is there. */
type UploadInput = (file: InputFile) => Promise<HandedFile | UploadTrouble>;

/**
 * All images of a start that stand in its body, together. No page gives a bound for a body, so this one is ours; base64
 * makes 9.8 million characters of it.
 */
const MAX_INLINE_BYTES = 7 * 1024 * 1024;

/**
 * Makes the inputs of a start readable for the service: by a public link where the gateway has one, small images in the
 * body itself, everything else through the service's temporary store (alibabacloud.com/help/en/model-studio,
 * image-to-video-api-reference, `url`). Nothing is started by this.
 */
export async function handOver(inputs: InputFiles, upload: UploadInput): Promise<HandedOver | UploadTrouble> {
  const addresses = new Map<string, string>();
  const remembered: Remembered[] = [];
  let inlineBytes = 0;
  let usesStore = false;
  for (const file of filesOf(inputs)) {
    if (addresses.has(file.assetId)) continue;
    const isInline = file.mimeType.startsWith('image/') && inlineBytes + file.bytes <= MAX_INLINE_BYTES;
    const given = await giveAddress(file, isInline, upload);
    if (given.kind !== 'uploaded') return given;
    if (given.reference.startsWith('data:')) inlineBytes += file.bytes;
    usesStore ||= given.reference.startsWith('oss://');
    if (given.remembered !== null) remembered.push(given.remembered);
    addresses.set(file.assetId, given.reference);
  }
  return { kind: 'handed-over', addresses, usesStore, remembered };
}

/** Every input file, in a fixed order. */
export function filesOf(inputs: InputFiles): InputFile[] {
  const { firstFrame, lastFrame, continueFrom, referenceImages, referenceVideos, editVideo, audio } = inputs;
  return [firstFrame, lastFrame, continueFrom, ...referenceImages, ...referenceVideos, editVideo, audio].filter(
    (file) => file !== null,
  );
}

async function giveAddress(
  file: InputFile,
  isInline: boolean,
  upload: UploadInput,
): Promise<HandedFile | UploadTrouble> {
  const given = (reference: string): HandedFile => ({ kind: 'uploaded', reference, remembered: null });
  if (file.url !== null) return given(file.url);
  try {
    return isInline ? given(`data:${file.mimeType};base64,${await readFile(file.path, 'base64')}`) : await upload(file);
  } catch {
    // Only our own copy can throw here. Its path is nothing for the caller.
    const message = `The input ${file.assetId} could not be read.`;
    const error = upstreamError('DASHSCOPE', { code: 'INTERNAL', message, providerCode: null, billed: false });
    return { kind: 'refused', error, answer: null };
  }
}
