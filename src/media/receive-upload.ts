import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { limitBytes, TooManyBytesError } from '../lib/limit-bytes.js';
import { admitUpload, sendTaken } from './admit-upload.js';
import { keepUpload } from './keep-upload.js';
import { MAX_INPUT_BYTES } from './limits.js';
import { sendError } from './link-request.js';
import type { MediaRouteOptions } from './media-route-options.js';
import { reserveTemporaryFile } from './temporary-file.js';
import type { MediaUpload } from './upload-store.js';

/** Answers `PUT` of an upload link: 201 with the asset's id once the bytes are in, checked and durable. */
export async function receiveUpload(
  options: MediaRouteOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const admitted = await admitUpload(options, request, reply);
  if (admitted.kind === 'answered') return admitted.reply;
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    return sendError(reply, 415, 'ENCODED_BODY', 'Send the file itself as the body, without Content-Encoding.');
  }
  if (Number(request.headers['content-length'] ?? 0) > MAX_INPUT_BYTES) return sendTooLarge(reply);
  return receive(options, admitted.upload, request, reply);
}

async function receive(
  { room }: MediaRouteOptions,
  upload: MediaUpload,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  await using temporary = await reserveTemporaryFile(room.temporaryDirectory);
  switch (await receiveBody(request.body, temporary.path)) {
    case 'too-large':
      return sendTooLarge(reply);
    case 'broken-off':
      return sendError(reply, 400, 'BROKEN_OFF', 'The upload broke off. Send it again.');
    case 'received':
      break;
  }
  const outcome = await keepUpload(room, upload, temporary.path);
  if (outcome.kind === 'refused') return sendError(reply, 422, outcome.code, outcome.message);
  return outcome.isNew ? reply.code(201).send({ assetId: upload.assetId }) : sendTaken(reply);
}

/** Streams a body into a file. A request without one gives an empty file. */
async function receiveBody(body: unknown, path: string): Promise<'received' | 'too-large' | 'broken-off'> {
  const source = body instanceof Readable ? body : Readable.from([]);
  try {
    // The request outlives a refusal, as its connection carries the answer.
    const pieces = source.iterator({ destroyOnReturn: false });
    await pipeline(pieces, limitBytes(MAX_INPUT_BYTES), createWriteStream(path, { flags: 'wx' }));
    return 'received';
  } catch (error) {
    if (error instanceof TooManyBytesError) return 'too-large';
    if (source.errored === null || source.readableEnded) throw error;
    return 'broken-off';
  }
}

function sendTooLarge(reply: FastifyReply): FastifyReply {
  const megabytes = MAX_INPUT_BYTES / (1024 * 1024);
  return sendError(reply, 413, 'TOO_LARGE', `A file may have at most ${megabytes} MB.`);
}
