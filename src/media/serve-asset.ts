import { basename, dirname } from 'node:path';
import { send } from '@fastify/send';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MediaAsset } from './asset.js';
import { readLink, sendBadLink, sendError } from './link-request.js';
import type { MediaRouteOptions } from './media-route-options.js';

/** Answers `GET` and `HEAD` of a media link: the bytes, or the range that is asked for. */
export async function serveAsset(
  { room, secret }: MediaRouteOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { assetId, verdict } = readLink(request, 'media', secret);
  if (verdict.kind !== 'ok') return sendBadLink(reply, verdict);
  const asset = await room.assets.findLinked(assetId);
  if (asset === null) return sendGone(reply);

  // The content under a link never changes, so a browser need not ask again while the link lives.
  const secondsLeft = Math.floor((verdict.expiresAt.getTime() - Date.now()) / 1000);
  const etag = `"${asset.sha256}"`;
  reply.headers({ 'cache-control': `private, max-age=${Math.max(0, secondsLeft)}, immutable`, etag });
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return sendFile(room.files.path(asset.storageKey), asset, settleConditions(request, etag), reply);
}

async function sendFile(
  path: string,
  asset: MediaAsset,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const found = await send(request.raw, `/${encodeURIComponent(basename(path))}`, {
    root: dirname(path),
    cacheControl: false,
    contentType: false,
    etag: false,
    lastModified: false,
    index: false,
  });
  if (found.type !== 'file') {
    found.stream.destroy();
    if (found.statusCode !== 416) return sendGone(reply);
    reply.header('content-range', `bytes */${asset.bytes}`);
    return sendError(reply, 416, 'RANGE_NOT_SATISFIABLE', `The file has ${asset.bytes} bytes.`);
  }
  return reply
    .code(found.statusCode)
    .headers(found.headers)
    .header('content-type', asset.mimeType)
    .header('content-disposition', contentDisposition(asset.fileName, { type: disposition(request) }))
    .send(found.stream);
}

/**
 * The file library knows entity tags of its own making only. Ours is settled here: a range that is tied to our tag
 * holds, one that is tied to another tag is passed on and answered with the whole file.
 */
function settleConditions(request: FastifyRequest, etag: string): FastifyRequest {
  const { headers } = request.raw;
  if (headers['if-range'] === etag) delete headers['if-range'];
  delete headers['if-none-match'];
  delete headers['if-match'];
  return request;
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
