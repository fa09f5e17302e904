import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import { maskError } from '../graphql/errors.js';
import type { Logger } from '../lib/logger.js';

/** A result as it may leave: errors that were not raised on purpose tell nothing but where to look for them. */
export function maskResult({ data = null, errors }: ExecutionResult, logger: Logger): FormattedExecutionResult {
  if (errors === undefined) return { data };
  return { data, errors: errors.map((error) => maskError(error.toJSON(), error, logger)) };
}
