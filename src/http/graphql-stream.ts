import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { execute, OperationTypeNode, type FormattedExecutionResult } from 'graphql';
import { z } from 'zod';
import { nameOperation } from '../graphql/name-operation.js';
import type { RequestAdmission } from './admit-request.js';
import { deliverSubscription, type Delivery, type DeliverySources } from './deliver-subscription.js';
import { openEventStream, type EventStream } from './event-stream.js';
import type { LiveOptions } from './live-options.js';
import { trailOf } from './trail-of.js';
import { isOwnOrigin } from './own-host.js';
import { shareKey } from './share-key.js';
import { errorCode } from './error-code.js';
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
  const { schema, prepare, sources, createContext, publicUrl, watch } = options;
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
  const watched = watch.beginOperation(trailOf(request));
  const contextValue = createContext(options.requests.callerOf(request), watched.trail);
  const { requestId } = contextValue;
  reply.hijack();
  const stream = openEventStream(reply.raw, reply.getHeaders());
  try {
    if (prepared.kind === 'prepared') {
      const { operationName, variables: variableValues } = read.data;
      const args = { schema, document: prepared.document, operationName, variableValues, contextValue };
      const name = nameOperation(prepared.operation);
      watch.charged(prepared.cost);
      if (prepared.operation.operation === OperationTypeNode.SUBSCRIPTION) {
        const key = shareKey(contextValue, prepared, variableValues);
        const begun = (): void => watched.end(name, null);
        const refused = await follow(sources, { args, requestId, begun, key, send: stream.send }, stream);
        if (refused !== null) watched.end(name, errorCode(refused));
      } else {
        const result = sources.mask(await execute(args), requestId);
        watched.end(name, errorCode(result));
        await stream.send(JSON.stringify(withCost(result, prepared.cost)));
      }
    } else {
      watched.end(null, errorCode(prepared));
      await stream.send(JSON.stringify(sources.mask({ errors: prepared.errors }, requestId)));
    }
    // A feed that was ended by a server that leaves is not at its end.
    stream.end(contextValue.signal.aborted ? 'cut off' : 'complete');
  } catch (error) {
    options.edge.logger.error({ err: error, requestId }, 'a stream broke');
    stream.end('cut off');
  }
  return reply;
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
