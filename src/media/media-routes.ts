import type { FastifyInstance } from 'fastify';
import { hangUpLater } from './hang-up-later.js';
import type { MediaRouteOptions } from './media-route-options.js';
import { receiveUpload } from './receive-upload.js';
import { createResumeUpload } from './resume-upload.js';
import { serveAsset } from './serve-asset.js';
import { serveStoryboard } from './serve-storyboard.js';

const TUS_HEADERS = 'tus-resumable, upload-length, upload-metadata, upload-offset';

/**
 * A Fastify plugin (use it with `fastify.register`): `GET` and `HEAD /media/<asset id>/<file name>`,
 * `GET` and `HEAD /storyboards/<asset id>/<layout>.vtt` and `PUT /uploads/<asset id>`, with `POST`, `HEAD` and `PATCH` of it
 * for the tus protocol, all by signed link. Request bodies in its scope are left as streams.
 */
export async function registerMediaRoutes(fastify: FastifyInstance, options: MediaRouteOptions): Promise<void> {
  // A link is the only credential here and no cookie is ever read, so a page of any origin that holds a link may use it.
  fastify.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'accept-ranges, content-disposition, content-length, content-range, etag',
      'cross-origin-resource-policy': 'cross-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

  fastify.route({
    method: ['GET', 'HEAD'],
    url: '/media/:assetId/*',
    handler: (request, reply) => serveAsset(options, request, reply),
  });
  fastify.route({
    method: ['GET', 'HEAD'],
    url: '/storyboards/:assetId/*',
    handler: (request, reply) => serveStoryboard(options, request, reply),
  });
  fastify.route({
    method: 'PUT',
    url: '/uploads/:assetId',
    handler: (request, reply) => receiveUpload(options, request, reply),
    onResponse: async (request) => hangUpLater(request.raw),
  });
  fastify.route({
    method: ['POST', 'HEAD', 'PATCH'],
    url: '/uploads/:assetId',
    handler: createResumeUpload(options),
  });
  fastify.options('/uploads/:assetId', (_request, reply) =>
    reply
      .code(204)
      .headers({
        'access-control-allow-methods': 'PUT, POST, HEAD, PATCH',
        'access-control-allow-headers': `content-type, ${TUS_HEADERS}`,
      })
      .send(),
  );
}
