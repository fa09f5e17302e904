import type { FormattedExecutionResult } from 'graphql';
import { MAX_COST } from '../graphql/operation-cost.js';

/** A result that also tells what it cost, as `extensions.cost`; null = nobody knows. */
export function withCost(result: FormattedExecutionResult, points: number | null): FormattedExecutionResult {
  if (points === null) return result;
  return { ...result, extensions: { ...result.extensions, cost: { points, max: MAX_COST } } };
}
