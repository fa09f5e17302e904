import type { FastifyReply, FastifyRequest } from 'fastify';
import { readLink, sendBadLink, sendError } from './link-request.js';
import type { MediaRouteOptions } from './media-route-options.js';
import type { MediaUpload } from './upload-store.js';

/** The promise that a request by upload link calls in, or the answer that it got instead. */
export type AdmittedUpload = { kind: 'admitted'; upload: MediaUpload } | { kind: 'answered'; reply: FastifyReply };

/** Lets a request through whose link is good and not used up. */
export async function admitUpload(
  { room, secret }: MediaRouteOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<AdmittedUpload> {
  const { assetId, verdict } = readLink(request, 'upload', secret);
  if (verdict.kind !== 'ok') return { kind: 'answered', reply: sendBadLink(reply, verdict) };
  const [upload, asset] = [await room.uploads.findLinked(assetId), await room.assets.findLinked(assetId)];
  if (asset !== null) return { kind: 'answered', reply: sendTaken(reply) };
  if (upload !== null) return { kind: 'admitted', upload };
  const message = 'No upload was promised here. Ask the API for one.';
  return { kind: 'answered', reply: sendError(reply, 404, 'NOT_FOUND', message) };
}

export function sendTaken(reply: FastifyReply): FastifyReply {
  return sendError(reply, 409, 'ALREADY_UPLOADED', 'This upload is finished. Ask the API for another one.');
}
