import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isExpired, type MediaAsset } from './asset.js';
import { readRange } from './byte-range.js';
import type { FileStore } from './file-store.js';
import { readLink, sendBadLink, sendError } from './link-request.js';
import type { MediaRouteOptions } from './media-route-options.js';

/**
 * Answers `GET` and `HEAD` of a media link: the bytes, or the range that is asked for. They come through the gateway from
 * either store. A redirect into a bucket would save that way, but it would break what a link is for: the bucket would
 * need CORS rules of its own and an address that browsers reach, and a player that keeps the address it was sent to
 * would stop in the middle when the short life of that one ends.
 */
export async function serveAsset(
  { room, secret }: MediaRouteOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { assetId, verdict } = readLink(request, 'media', secret);
  if (verdict.kind === 'tampered') return sendBadLink(reply, verdict);
  const asset = await room.assets.findLinked(assetId);
  if (asset !== null && isExpired(asset, new Date())) return sendExpired(reply, asset);
  if (verdict.kind === 'expired') return sendBadLink(reply, verdict);
  if (asset === null) return sendGone(reply);

  // The content under a link never changes, so a browser need not ask again while the link lives.
  const secondsLeft = Math.floor((verdict.expiresAt.getTime() - Date.now()) / 1000);
  const etag = `"${asset.sha256}"`;
  reply.headers({ 'cache-control': `private, max-age=${Math.max(0, secondsLeft)}, immutable`, etag });
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return sendFile(room.files, asset, request, reply);
}

async function sendFile(
  files: FileStore,
  asset: MediaAsset,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const part = readRange(wantedRange(request, asset), asset.bytes);
  if (part.kind === 'beyond') {
    reply.header('content-range', `bytes */${asset.bytes}`);
    return sendError(reply, 416, 'RANGE_NOT_SATISFIABLE', `The file has ${asset.bytes} bytes.`);
  }
  const { first, last } = part.kind === 'part' ? part.range : { first: 0, last: asset.bytes - 1 };
  const isHead = request.method === 'HEAD';
  const isThere = isHead && (await files.exists(asset.storageKey));
  const bytes = isHead ? null : await files.read(asset.storageKey, part.kind === 'part' ? part.range : null);
  if (bytes === null && !isThere) return sendGone(reply);
  if (part.kind === 'part') reply.code(206).header('content-range', `bytes ${first}-${last}/${asset.bytes}`);
  reply.headers({
    'accept-ranges': 'bytes',
    'content-length': last - first + 1,
    'content-type': asset.mimeType,
    'content-disposition': contentDisposition(asset.fileName, { type: disposition(request) }),
  });
  return reply.send(bytes);
}

/** A range that is tied to another content than ours is passed over: who asks for it gets the whole file. */
function wantedRange({ headers }: FastifyRequest, { sha256 }: MediaAsset): string | undefined {
  const tied = headers['if-range'];
  return tied === undefined || tied === `"${sha256}"` ? headers.range : undefined;
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return tags.includes(etag) || tags.includes('*');
}

function disposition(request: FastifyRequest): 'attachment' | 'inline' {
  const { query } = request;
  return typeof query === 'object' && query !== null && 'download' in query && query.download === '1'
    ? 'attachment'
    : 'inline';
}

function sendGone(reply: FastifyReply): FastifyReply {
  reply.removeHeader('etag');
  return sendError(reply, 404, 'NOT_FOUND', 'There is no such file, or it was deleted.');
}

/** A link ends with its file at the latest: asking for a new one is no use. */
function sendExpired(reply: FastifyReply, { expiresAt, removedAt }: MediaAsset): FastifyReply {
  const when = (expiresAt ?? removedAt)?.toISOString() ?? 'its time';
  return sendError(reply, 410, 'FILE_EXPIRED', `This file was kept until ${when}, and is gone for good.`);
}
