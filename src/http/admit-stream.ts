import type { FastifyRequest } from 'fastify';
import { OperationTypeNode, type GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import type { GraphQLContext } from '../graphql/context.js';
import { nameOperation } from '../graphql/name-operation.js';
import type { PrepareOperation } from '../graphql/prepare-operation.js';
import { admitPrepared } from './admit-operation.js';
import type { RequestAdmission } from './admit-request.js';
import { errorCode } from './error-code.js';
import type { HttpWatch } from './http-watch.js';
import type { LiveOptions } from './live-options.js';
import { originOf } from './origin-of.js';
import { isOwnOrigin } from './own-host.js';
import { tooManySocketsMessage } from './rate-limited.js';
import { trailOf } from './trail-of.js';

const variables = z.record(z.string(), z.unknown()).nullish();
const sentBody = z.object({ query: z.string().min(1), operationName: z.string().nullish(), variables });
/** In an address everything is text. */
const sentAddress = sentBody.extend({ variables: z.string().transform(parseJson).pipe(variables).optional() });
type SentOperation = z.infer<typeof sentBody>;

export type StreamOptions = LiveOptions & { requests: RequestAdmission };

/** An operation that has its turn and its place; a document that was refused is told in a stream, too. */
export type AdmittedStream = {
  kind: 'admitted';
  sent: SentOperation;
  prepared: ReturnType<PrepareOperation>;
  contextValue: GraphQLContext;
  watched: ReturnType<HttpWatch['beginOperation']>;
  /** Gives the place back. */
  release(): void;
};

/** Why there is no stream. */
type Refusal = {
  kind: 'turned away';
  status: number;
  error: GraphQLFormattedError;
  headers?: Readonly<Record<string, string>>;
};

/** Judges the request of a stream, from the outside in. */
export async function admitStream(options: StreamOptions, request: FastifyRequest): Promise<AdmittedStream | Refusal> {
  if (!isOwnOrigin(request.headers, options.publicUrl(), options.allowedOrigins)) {
    const visitor = {
      caller: options.requests.callerOf(request),
      origin: originOf(request.raw),
      requestId: request.id,
    };
    options.admission.audit(visitor, { kind: 'denial', operation: 'stream', code: 'FORBIDDEN_ORIGIN' });
    return turnAway(403, 'This page may not open a stream here.', 'FORBIDDEN_ORIGIN');
  }
  if (!(request.headers.accept ?? '').includes('text/event-stream')) {
    return turnAway(406, 'Here are event streams only: send `Accept: text/event-stream`.');
  }
  const read = request.method === 'GET' ? sentAddress.safeParse(request.query) : sentBody.safeParse(request.body);
  if (!read.success) return turnAway(400, `This is no operation: ${z.prettifyError(read.error)}`);
  const prepared = options.prepare(read.data);
  const isMutation = prepared.kind === 'prepared' && prepared.operation.operation === OperationTypeNode.MUTATION;
  if (isMutation && request.method === 'GET') {
    return { ...turnAway(405, 'A mutation cannot be sent with GET.'), headers: { allow: 'POST' } };
  }
  return takeTurnAndPlace(options, request, read.data, prepared);
}

async function takeTurnAndPlace(
  { admission, createContext, requests, watch }: StreamOptions,
  request: FastifyRequest,
  sent: SentOperation,
  prepared: ReturnType<PrepareOperation>,
): Promise<AdmittedStream | Refusal> {
  const watched = watch.beginOperation(trailOf(request));
  const name = prepared.kind === 'prepared' ? nameOperation(prepared.operation) : null;
  const caller = requests.callerOf(request);
  const contextValue = createContext(caller, watched.trail, originOf(request.raw));
  const place = await admission.places.take(caller);
  if (place.kind === 'refused') {
    // What is refused costs a request, and no points.
    await admission.turns.take(caller, 0);
    watched.end(name, 'RATE_LIMITED');
    contextValue.audit({ kind: 'denial', operation: 'stream', code: 'RATE_LIMITED' });
    return turnAway(429, tooManySocketsMessage(place.limit), 'RATE_LIMITED');
  }
  const { release } = place;
  try {
    const admitted = await admitPrepared(admission.turns, contextValue, prepared);
    if (admitted.kind !== 'no turn') return { kind: 'admitted', sent, prepared, contextValue, watched, release };
    release();
    watched.end(name, errorCode(admitted));
    const { status, headers, errors } = admitted;
    return { kind: 'turned away', status, error: errors[0].toJSON(), headers };
  } catch (error) {
    release();
    throw error;
  }
}

function turnAway(status: number, message: string, code = 'BAD_REQUEST'): Refusal {
  return { kind: 'turned away', status, error: { message, extensions: { code } } };
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
