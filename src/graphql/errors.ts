import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from '../lib/logger.js';

/** Codes of errors that are raised on purpose and shown as they are. */
export type ErrorCode = 'BAD_USER_INPUT' | 'FORBIDDEN' | 'NOT_FOUND' | 'UNAUTHENTICATED';

/** A mistake of the caller where the schema has no place for a user error: a query's argument, a subscription's id. */
export function requestError(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** The code that an error goes out with. */
export function codeOf(error: unknown): string {
  const code = error instanceof GraphQLError ? error.extensions['code'] : null;
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}

/** Codes that Apollo Server and graphql-js give to requests they refuse themselves. */
const OWN_CODES = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_COSTLY',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'RATE_LIMITED',
  'TOO_MANY_OPERATIONS',
  'UNAUTHENTICATED',
]);

/** What the edge needs to judge an error, and where it tells the whole of it. */
export type ErrorEdge = {
  /** Whether the store could not serve just now, so that the same operation may succeed in a moment. */
  isUnavailable: (error: unknown) => boolean;
  logger: Logger;
};

/**
 * The one edge where errors leave: whatever was not raised on purpose becomes one opaque message, and is logged whole under
 * the id of its request, which every error tells. A store that is away has a code of its own, and the same operation may be sent
 * again.
 * @param askedBy the id of the request; null = it cannot be told.
 */
export function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  { isUnavailable, logger }: ErrorEdge,
  askedBy: string | null,
): GraphQLFormattedError {
  if (isRefusal(formatted, error)) {
    return askedBy === null ? formatted : { ...formatted, extensions: { ...formatted.extensions, requestId: askedBy } };
  }
  const requestId = askedBy ?? randomUUID();
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const place = {
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
  };
  if (isUnavailable(cause)) {
    logger.warn({ err: cause, requestId, path: formatted.path }, 'the store could not serve an operation');
    const message = 'The store cannot be reached just now. Send the same operation again in a moment.';
    return { message, ...place, extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true, requestId } };
  }
  logger.error({ err: cause, requestId, path: formatted.path }, 'an operation failed unexpectedly');
  const message = `Something went wrong here. Quote ${requestId} when you report it.`;
  return { message, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
}

/**
 * graphql-js gives its own refusals of a document, or of its variables, no code: they have places in the document and
 * no path, as nothing was resolved. A scalar's own error may be their cause.
 */
function isRefusal(formatted: GraphQLFormattedError, error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return false;
  if (error.path === undefined && error.nodes !== undefined) return true;
  const cause = error.originalError ?? error;
  if (!(cause instanceof GraphQLError)) return false;
  const code = formatted.extensions?.['code'] ?? cause.extensions['code'];
  if (code === undefined) return cause.path === undefined;
  return typeof code === 'string' && OWN_CODES.has(code);
}
