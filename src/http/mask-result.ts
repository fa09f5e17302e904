import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import { maskError, type ErrorEdge } from '../graphql/errors.js';

/** A result as it may leave: errors that were not raised on purpose tell nothing but where to look for them. */
export function maskResult(
  { data = null, errors }: ExecutionResult,
  edge: ErrorEdge,
  requestId: string,
): FormattedExecutionResult {
  if (errors === undefined) return { data };
  return { data, errors: errors.map((error) => maskError(error.toJSON(), error, edge, requestId)) };
}
