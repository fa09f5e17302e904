import { writeFile } from 'node:fs/promises';
import { newId } from '../lib/new-id.js';
import { fetchToFile } from '../lib/safe-fetch.js';
import type { InputRole } from '../tasks/models.js';
import type { MediaAsset, MediaFacts } from './asset.js';
import { checkInput, checkRole } from './check-role.js';
import { findAsset } from './find-assets.js';
import { nameFormats } from './formats.js';
import { decodeInlineImage } from './inline-image.js';
import { keepFile } from './keep-file.js';
import { MAX_INPUT_BYTES, ROLE_LIMITS } from './limits.js';
import { refuse, type MediaRefusal } from './media-refusal.js';
import { expiryOf, type MediaRoom } from './media-room.js';
import { readSource, type GivenSource, type MediaSource } from './media-source.js';
import { reserveTemporaryFile } from './temporary-file.js';

const TOTAL_TIMEOUT_MS = 60_000;
const IDLE_TIMEOUT_MS = 10_000;
/** A caller waits for the answer. */
const MAX_RESUMES = 2;

/** A source and what it is for. `role` null means "to be kept, for whatever role later". */
export type SourceRequest = { callerId: string; source: MediaSource; role: InputRole | null; signal: AbortSignal };

/** The asset that a source stands for, or why there is none. */
export type ResolvedSource = { kind: 'resolved'; asset: MediaAsset } | MediaRefusal;

/**
 * Turns a source into an asset of the caller that is fit for the role. A URL or inline image is brought in, checked and
 * kept; content the caller already has is not kept twice.
 */
export async function resolveSource(room: MediaRoom, request: SourceRequest): Promise<ResolvedSource> {
  const given = readSource(request.source);
  switch (given.kind) {
    case 'refused':
      return given;
    case 'assetId':
      return useAsset(room, request, given.value);
    case 'url':
      return importUrl(room, request, given.value);
    default:
      return importInline(room, request, given);
  }
}

async function useAsset(room: MediaRoom, { callerId, role }: SourceRequest, id: string): Promise<ResolvedSource> {
  const asset = await findAsset(room, callerId, id);
  if (asset.kind === 'refused') return asset;
  const objection = checkFacts(role, asset);
  return objection === null ? { kind: 'resolved', asset } : refuse('MEDIA_REJECTED', objection);
}

async function importUrl(room: MediaRoom, request: SourceRequest, url: string): Promise<ResolvedSource> {
  await using temporary = await reserveTemporaryFile(room.temporaryDirectory);
  const outcome = await fetchToFile(url, {
    path: temporary.path,
    maxBytes: request.role === null ? MAX_INPUT_BYTES : ROLE_LIMITS[request.role].maxBytes,
    totalTimeoutMs: TOTAL_TIMEOUT_MS,
    idleTimeoutMs: IDLE_TIMEOUT_MS,
    maxResumes: MAX_RESUMES,
    allowPrivate: room.allowPrivateUrls,
    signal: request.signal,
  });
  switch (outcome.kind) {
    case 'fetched':
      return await keep(room, request, temporary.path, lastSegment(url), (facts) => checkFacts(request.role, facts));
    case 'forbidden':
    case 'no-address':
      return refuse('URL_FORBIDDEN', outcome.reason);
    case 'unreachable':
    case 'gone':
      return refuse('MEDIA_UNREACHABLE', outcome.reason);
    case 'too-large':
      return refuse('MEDIA_REJECTED', outcome.reason);
  }
}

async function importInline(room: MediaRoom, request: SourceRequest, given: GivenSource): Promise<ResolvedSource> {
  const kind = request.role === null ? 'IMAGE' : ROLE_LIMITS[request.role].kind;
  if (kind !== 'IMAGE') return refuse('INVALID_FORMAT', 'Audio and video are given by assetId or url.');
  const image = decodeInlineImage(given);
  if (image.kind === 'refused') return image;
  await using temporary = await reserveTemporaryFile(room.temporaryDirectory);
  await writeFile(temporary.path, image.bytes, { flag: 'wx' });
  return await keep(room, request, temporary.path, 'image', (facts) => {
    if (facts.kind !== 'IMAGE') return `Only images (${nameFormats('IMAGE')}) may stand in the request itself.`;
    if (image.mimeType !== null && image.mimeType !== facts.mimeType) {
      return `The data URI says ${image.mimeType}, its content is ${facts.mimeType}. Make them agree.`;
    }
    return checkFacts(request.role, facts);
  });
}

async function keep(
  room: MediaRoom,
  { callerId }: SourceRequest,
  path: string,
  fileName: string,
  check: (facts: MediaFacts) => string | null,
): Promise<ResolvedSource> {
  const expiresAt = expiryOf(room, new Date());
  const file = {
    assetId: newId('asset'),
    callerId,
    path,
    fileName,
    origin: 'IMPORTED',
    expiresAt,
    reuse: true,
    check,
  } as const;
  const outcome = await keepFile(room, file);
  return outcome.kind === 'kept' ? { kind: 'resolved', asset: outcome.asset } : outcome;
}

function checkFacts(role: InputRole | null, facts: MediaFacts): string | null {
  return role === null ? checkInput(facts) : checkRole(facts, role);
}

/** The last part of a URL's path, for a name; it is cleaned before it is used. */
function lastSegment(url: string): string {
  const segment = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
