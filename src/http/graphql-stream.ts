import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { execute, OperationTypeNode } from 'graphql';
import { z } from 'zod';
import type { RequestAdmission } from './admit-request.js';
import { deliverSubscription, type Delivery, type DeliverySources } from './deliver-subscription.js';
import { openEventStream, type EventStream } from './event-stream.js';
import type { LiveOptions } from './live-options.js';
import { trailOf } from './trail-of.js';
import { isOwnOrigin } from './own-host.js';
import { shareKey } from './share-key.js';
import { withCost } from './with-cost.js';

const PATH = '/graphql/stream';
const BODY_LIMIT_BYTES = 256 * 1024;

const variables = z.record(z.string(), z.unknown()).nullish();
const sentBody = z.object({ query: z.string().min(1), operationName: z.string().nullish(), variables });
/** In an address everything is text. */
const sentAddress = sentBody.extend({ variables: z.string().transform(parseJson).pipe(variables).optional() });

type StreamOptions = LiveOptions & { requests: RequestAdmission };

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
  const { schema, prepare, sources, createContext, publicUrl } = options;
  if (!isOwnOrigin(request.headers, publicUrl(), options.allowedOrigins))
    return refuse(request, reply, 403, 'This page may not open a stream here.');
  if (!(request.headers.accept ?? '').includes('text/event-stream')) {
    return refuse(request, reply, 406, 'Here are event streams only: send `Accept: text/event-stream`.');
  }
  const read = request.method === 'GET' ? sentAddress.safeParse(request.query) : sentBody.safeParse(request.body);
  if (!read.success) return refuse(request, reply, 400, `This is no operation: ${z.prettifyError(read.error)}`);
  const prepared = prepare(read.data);
  const isMutation = prepared.kind === 'prepared' && prepared.operation.operation === OperationTypeNode.MUTATION;
  if (isMutation && request.method === 'GET') {
    return refuse(request, reply.header('allow', 'POST'), 405, 'A mutation cannot be sent with GET.');
  }
  const contextValue = createContext(options.requests.callerOf(request), trailOf(request));
  const { requestId } = contextValue;
  reply.hijack();
  const stream = openEventStream(reply.raw, reply.getHeaders());
  try {
    if (prepared.kind === 'prepared') {
      const { operationName, variables: variableValues } = read.data;
      const args = { schema, document: prepared.document, operationName, variableValues, contextValue };
      if (prepared.operation.operation === OperationTypeNode.SUBSCRIPTION) {
        await follow(
          sources,
          { args, requestId, key: shareKey(contextValue, prepared, variableValues), send: stream.send },
          stream,
        );
      } else await stream.send(JSON.stringify(withCost(sources.mask(await execute(args), requestId), prepared.cost)));
    } else await stream.send(JSON.stringify(sources.mask({ errors: prepared.errors }, requestId)));
    // A feed that was ended by a server that leaves is not at its end.
    stream.end(contextValue.signal.aborted ? 'cut off' : 'complete');
  } catch (error) {
    options.edge.logger.error({ err: error, requestId }, 'a stream broke');
    stream.end('cut off');
  }
  return reply;
}

async function follow(sources: DeliverySources, delivery: Delivery, stream: EventStream): Promise<void> {
  const subscription = await deliverSubscription(sources, delivery);
  if (subscription.kind === 'refused')
    return void (await stream.send(JSON.stringify(sources.mask(subscription.result, delivery.requestId))));
  void stream.closed.then(subscription.stop);
  return subscription.done;
}

function refuse({ id: requestId }: FastifyRequest, reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code: 'BAD_REQUEST', requestId } }] });
}

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    context.addIssue('is no JSON');
    return z.NEVER;
  }
}
