import { readFile } from 'node:fs/promises';
import type { InputFile, InputFiles, VideoRequest } from '../provider.js';
import type { UpstreamClient } from '../upstream-client.js';
import { upstreamError } from '../upstream-error.js';
import { modelOf } from './start-body.js';
import { uploadFile, type HandOverTrouble } from './upload.js';

/** Where the service finds each file, by asset id. `usesStore`: some lie in its temporary store. */
export type HandedOver = { kind: 'handed-over'; addresses: ReadonlyMap<string, string>; usesStore: boolean };

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
export async function handOver(
  client: UpstreamClient,
  request: VideoRequest,
  signal: AbortSignal,
): Promise<HandedOver | HandOverTrouble> {
  const addresses = new Map<string, string>();
  let inlineBytes = 0;
  let usesStore = false;
  for (const file of filesOf(request.inputs)) {
    if (addresses.has(file.assetId)) continue;
    const isInline = file.mimeType.startsWith('image/') && inlineBytes + file.bytes <= MAX_INLINE_BYTES;
    const given = await giveAddress(client, request, file, isInline, signal);
    if (given.kind !== 'given') return given;
    if (given.url.startsWith('data:')) inlineBytes += file.bytes;
    usesStore ||= given.url.startsWith('oss://');
    addresses.set(file.assetId, given.url);
  }
  return { kind: 'handed-over', addresses, usesStore };
}

/** Every input file, in a fixed order. */
export function filesOf(inputs: InputFiles): InputFile[] {
  const { firstFrame, lastFrame, continueFrom, referenceImages, referenceVideos, editVideo, audio } = inputs;
  return [firstFrame, lastFrame, continueFrom, ...referenceImages, ...referenceVideos, editVideo, audio].filter(
    (file) => file !== null,
  );
}

async function giveAddress(
  client: UpstreamClient,
  request: VideoRequest,
  file: InputFile,
  isInline: boolean,
  signal: AbortSignal,
): Promise<{ kind: 'given'; url: string } | HandOverTrouble> {
  if (file.url !== null) return { kind: 'given', url: file.url };
  try {
    if (isInline) return { kind: 'given', url: `data:${file.mimeType};base64,${await readFile(file.path, 'base64')}` };
    const uploaded = await uploadFile(client, file, modelOf(request), signal);
    return uploaded.kind === 'uploaded' ? { kind: 'given', url: uploaded.url } : uploaded;
  } catch {
    // Only our own copy can throw here. Its path is nothing for the caller.
    const message = `The input ${file.assetId} could not be read.`;
    const error = upstreamError('DASHSCOPE', { code: 'INTERNAL', message, providerCode: null, billed: false });
    return { kind: 'refused', error, answer: null };
  }
}
