import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { verifyLink, type LinkPurpose, type LinkVerdict } from './links.js';

const paramsSchema = z.object({ assetId: z.string(), '*': z.string().default('') });
const querySchema = z.object({
  expires: z.string().optional().catch(undefined),
  signature: z.string().optional().catch(undefined),
});

/** Whom a request by link is about, and whether the link is good. */
export type LinkRequest = { assetId: string; fileName: string; verdict: LinkVerdict };

/** Reads the link that a request came by. Its query is a credential: never log it. */
export function readLink(request: FastifyRequest, purpose: LinkPurpose, secret: string): LinkRequest {
  const { assetId, '*': fileName } = paramsSchema.parse(request.params);
  const { expires, signature } = querySchema.parse(request.query);
  return {
    assetId,
    fileName,
    verdict: verifyLink(secret, { purpose, assetId, fileName, expires, signature }, new Date()),
  };
}

/** Answers with a status and `{ error: { code, message } }`, which nobody may cache. */
export function sendError(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ error: { code, message } });
}

/** The answer to a link that is not good. */
export function sendBadLink(reply: FastifyReply, verdict: Exclude<LinkVerdict, { kind: 'ok' }>): FastifyReply {
  return verdict.kind === 'expired'
    ? sendError(reply, 403, 'LINK_EXPIRED', 'This link has expired. Ask the API for a new one.')
    : sendError(reply, 403, 'LINK_INVALID', 'This link was not made here, or was changed. Ask the API for a new one.');
}
