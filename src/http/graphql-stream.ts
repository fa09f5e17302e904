import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode, type FormattedExecutionResult } from 'graphql';
import { nameOperation } from '../graphql/name-operation.js';
import { admitStream, type AdmittedStream, type StreamOptions } from './admit-stream.js';
import { deliverSubscription, type Delivery, type DeliverySources } from './deliver-subscription.js';
import { executeWatched } from './execute-watched.js';
import { openEventStream, type EventStream } from './event-stream.js';
import { shareKey } from './share-key.js';
import { errorCode } from './error-code.js';
import { withCost } from './with-cost.js';

const PATH = '/graphql/stream';
const BODY_LIMIT_BYTES = 256 * 1024;

/**
 * Serves GraphQL as server-sent events at /graphql/stream (protocol graphql-sse, distinct connections: one request, one
 * operation), for clients behind proxies that break WebSockets. The protocol's own server library queues without a bound
 * for a slow reader; here, what it has not taken stays in the store.
 */
export function registerGraphqlStream(fastify: FastifyInstance, options: StreamOptions): void {
  fastify.route({
    url: PATH,
    method: ['GET', 'POST'],
    bodyLimit: BODY_LIMIT_BYTES,
    onRequest: options.requests.onRequest,
    handler: (request, reply) => answer(options, request, reply),
  });
}

async function answer(options: StreamOptions, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const admitted = await admitStream(options, request);
  if (admitted.kind === 'turned away') {
    const { status, error, headers = {} } = admitted;
    const extensions = { ...error.extensions, requestId: request.id };
    return reply
      .code(status)
      .headers(headers)
      .send({ errors: [{ ...error, extensions }] });
  }
  reply.hijack();
  // It may have left meanwhile: then nothing tells of it any more.
  if (reply.raw.closed) {
    admitted.release();
    admitted.watched.end(null, null);
  } else await run(options, admitted, openEventStream(reply.raw, reply.getHeaders()));
  return reply;
}

async function run(options: StreamOptions, admitted: AdmittedStream, stream: EventStream): Promise<void> {
  const { schema, sources, watch } = options;
  const { sent, prepared, contextValue, watched, release } = admitted;
  const { requestId } = contextValue;
  const name = prepared.kind === 'prepared' ? nameOperation(prepared.operation) : null;
  const end = (code: string | null): void => watched.end(name, code);
  void stream.closed.then(release);
  try {
    if (prepared.kind === 'prepared') {
      const { operationName, variables: variableValues } = sent;
      const args = { schema, document: prepared.document, operationName, variableValues, contextValue };
      watch.charged(prepared.cost);
      if (prepared.operation.operation === OperationTypeNode.SUBSCRIPTION) {
        const key = shareKey(contextValue, prepared, variableValues);
        const begun = (): void => end(null);
        const refused = await follow(sources, { args, requestId, begun, key, send: stream.send }, stream);
        if (refused !== null) end(errorCode(refused));
      } else {
        const result = await executeWatched(args, (executed) => sources.mask(executed, requestId), end);
        await stream.send(JSON.stringify(withCost(result, prepared.cost)));
      }
    } else {
      end(errorCode(prepared));
      await stream.send(JSON.stringify(sources.mask({ errors: prepared.errors }, requestId)));
    }
    // A feed that was ended by a server that leaves is not at its end.
    stream.end(contextValue.signal.aborted ? 'cut off' : 'complete');
  } catch (error) {
    options.edge.logger.error({ err: error, requestId }, 'a stream broke');
    stream.end('cut off');
  } finally {
    end('INTERNAL_SERVER_ERROR');
  }
}

/** Sends a subscription's events until it ends, or the reader leaves; returns why it was refused, or null when it ran. */
async function follow(
  sources: DeliverySources,
  delivery: Delivery,
  stream: EventStream,
): Promise<FormattedExecutionResult | null> {
  const subscription = await deliverSubscription(sources, delivery);
  if (subscription.kind === 'refused') {
    const refused = sources.mask(subscription.result, delivery.requestId);
    await stream.send(JSON.stringify(refused));
    return refused;
  }
  void stream.closed.then(subscription.stop);
  await subscription.done;
  return null;
}
