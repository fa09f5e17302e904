import { join } from 'node:path';
import type { Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { admitUpload } from './admit-upload.js';
import { keepUpload } from './keep-upload.js';
import { MAX_INPUT_BYTES } from './limits.js';
import type { MediaRoom } from './media-room.js';
import type { MediaRouteOptions } from './media-route-options.js';

/** Answers `POST`, `HEAD` and `PATCH` of an upload link: the tus protocol, by which an upload goes on where it broke off. */
export type ResumeUpload = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/**
 * Takes an upload piece by piece at the same link that takes it whole. The pieces lie with the temporary files, where
 * they are swept away an hour after the last of them.
 */
export function createResumeUpload(options: MediaRouteOptions): ResumeUpload {
  let opened: Promise<Tus> | null = null;
  return async (request, reply) => {
    const admitted = await admitUpload(options, request, reply);
    if (admitted.kind === 'answered') return admitted.reply;
    opened ??= openTus(options.room);
    const tus = await opened;
    if (request.method === 'HEAD') await tus.dropUnfinished(admitted.upload.assetId);
    reply.hijack();
    await tus.server.handle(request.raw, reply.raw);
    return reply;
  };
}

type Tus = {
  server: Server;
  /**
   * Drops pieces that are whole while nobody makes an asset of them: a crash came in between. Told that all is there, a
   * client would be done, and never have its asset; so it begins anew.
   */
  dropUnfinished(id: string): Promise<void>;
};

/** Loaded by the first who asks for it: most files come whole. */
async function openTus(room: MediaRoom): Promise<Tus> {
  const [tus, { FileStore }] = await Promise.all([import('@tus/server'), import('@tus/file-store')]);
  const pieces = new FileStore({ directory: room.temporaryDirectory });
  const finishing = new Set<string>();
  const assetIdOf = ({ url }: Request): string => new URL(url).pathname.split('/').at(-1) ?? '';
  const server = new tus.Server({
    path: '/uploads',
    datastore: pieces,
    maxSize: MAX_INPUT_BYTES,
    namingFunction: assetIdOf,
    getFileIdFromRequest: assetIdOf,
    // The upload stays at the address it was announced to, signature and all.
    generateUrl: ({ url }) => new URL(url).search,
    async onUploadFinish(_request, { id }) {
      finishing.add(id);
      try {
        const promised = await room.uploads.findLinked(id);
        if (promised === null) throw failure(409, 'ALREADY_UPLOADED', 'This upload is finished.');
        const outcome = await keepUpload(room, promised, join(room.temporaryDirectory, id));
        if (outcome.kind === 'refused') throw failure(422, outcome.code, outcome.message);
      } finally {
        await pieces.remove(id).finally(() => finishing.delete(id));
      }
      return {};
    },
  });
  return {
    server,
    async dropUnfinished(id) {
      const there = await pieces.getUpload(id).catch(() => null);
      if (there !== null && there.offset === there.size && !finishing.has(id)) await pieces.remove(id);
    },
  };
}

/** An answer in the form that this protocol's server throws. */
function failure(status: number, code: string, message: string): Error {
  return Object.assign(new Error(message), { status_code: status, body: JSON.stringify({ error: { code, message } }) });
}
