import type { FastifyReply, FastifyRequest } from 'fastify';
import { readLink, sendBadLink, sendError } from './link-request.js';
import { signLink } from './links.js';
import type { MediaRouteOptions } from './media-route-options.js';
import { layoutOf } from './storyboard-link.js';
import { writeCues } from './write-cues.js';

/** Answers `GET` and `HEAD` of a storyboard link: WebVTT whose cues point into the sprite. */
export async function serveStoryboard(
  { room, secret, site }: MediaRouteOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { assetId, fileName, verdict } = readLink(request, 'storyboard', secret);
  if (verdict.kind !== 'ok') return sendBadLink(reply, verdict);
  const layout = layoutOf(fileName);
  const sprite = await room.assets.findLinked(assetId);
  if (layout === null || sprite === null) {
    return sendError(reply, 404, 'NOT_FOUND', 'There is no such storyboard, or it was deleted.');
  }
  const { expiresAt } = verdict;
  const url = signLink({ secret, publicUrl: site.publicUrl, assetId, fileName: sprite.fileName, expiresAt });
  const secondsLeft = Math.max(0, Math.floor((expiresAt.getTime() - Date.now()) / 1000));
  return reply
    .headers({ 'cache-control': `private, max-age=${secondsLeft}`, 'content-type': 'text/vtt; charset=utf-8' })
    .send(writeCues(layout, url));
}
