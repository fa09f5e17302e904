import { newId } from '../lib/new-id.js';
import type { DirectUploads } from './direct-uploads.js';
import { findFormat, nameFormats } from './formats.js';
import { KIND_LIMITS, MAX_INPUT_BYTES } from './limits.js';
import { signUploadLink } from './links.js';
import { refuse, type MediaRefusal } from './media-refusal.js';
import type { UploadStore } from './upload-store.js';

const LINK_LIFE_MS = 60 * 60 * 1000;
const MAX_NAME_CHARACTERS = 255;

/** What a caller announces. Type and size may be null; the bytes are judged when they come. */
export type UploadRequest = { callerId: string; fileName: string; mimeType: string | null; bytes: number | null };

/** How the bytes are to be sent: one request, the raw file as its body. */
export type UploadInstructions = {
  /** The id of the asset, once the bytes are in. */
  assetId: string;
  url: string;
  method: 'PUT';
  headers: { name: string; value: string }[];
  expiresAt: Date;
};

export type CreateUploadOutcome = { kind: 'created'; upload: UploadInstructions } | MediaRefusal;

/** `direct` is null when files are sent to the gateway itself, at `publicUrl`. */
export type UploadPlaces = { uploads: UploadStore; direct: DirectUploads | null; secret: string; publicUrl: string };

/** Promises a place for a file and tells how to send it, within an hour: straight to the store where it takes uploads. */
export async function createMediaUpload(
  { uploads, direct, secret, publicUrl }: UploadPlaces,
  request: UploadRequest,
): Promise<CreateUploadOutcome> {
  const refusal = checkRequest(request);
  if (refusal !== null) return refusal;
  const assetId = newId('asset');
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + LINK_LIFE_MS);
  const { callerId, fileName, bytes } = request;
  await uploads.create({ assetId, callerId, fileName, createdAt, expiresAt });
  const mimeType = findFormat(request.mimeType ?? '')?.mimeType ?? null;
  const url = direct
    ? await direct.sign({ assetId, mimeType, bytes, expiresAt })
    : signUploadLink({ secret, publicUrl, assetId, expiresAt });
  const headers = [{ name: 'content-type', value: mimeType ?? 'application/octet-stream' }];
  return { kind: 'created', upload: { assetId, url, method: 'PUT', headers, expiresAt } };
}

function checkRequest({ fileName, mimeType, bytes }: UploadRequest): MediaRefusal | null {
  if (fileName.trim() === '' || fileName.length > MAX_NAME_CHARACTERS || /\p{Cc}/u.test(fileName)) {
    return refuse(
      'INVALID_FORMAT',
      `A file name has 1 to ${MAX_NAME_CHARACTERS} characters and no control characters.`,
    );
  }
  const format = mimeType === null ? null : findFormat(mimeType);
  if (mimeType !== null && format === null) {
    return refuse('MEDIA_REJECTED', `Files of this type are not kept. Use ${nameFormats(null)}.`);
  }
  const maxBytes = format === null ? MAX_INPUT_BYTES : KIND_LIMITS[format.kind].maxBytes;
  if (bytes !== null && !(Number.isInteger(bytes) && bytes >= 1 && bytes <= maxBytes)) {
    return refuse('OUT_OF_RANGE', `The file may have 1 to ${maxBytes} bytes (${maxBytes / (1024 * 1024)} MB).`);
  }
  return null;
}
