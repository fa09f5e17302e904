import type { ComplexityEstimator } from 'graphql-query-complexity';
import { z } from 'zod';

/** What fields cost. A point stands for a row that may have to be read; plain values of a row cost nothing. */

/** Results of one task that are reckoned with: most have one, some have four. */
const RESULTS = 2;
/** Deliveries of one task that are reckoned with: most have one, of its end. */
const DELIVERIES = 2;

const pageArguments = z.object({ first: z.number().nullish(), last: z.number().nullish() });
const idsArgument = z.object({ ids: z.array(z.string()) });

/** One thing, looked up by its id. */
export const oneLookUp: ComplexityEstimator = ({ childComplexity }) => 1 + childComplexity;

export const resultsOfTask: ComplexityEstimator = ({ childComplexity }) => RESULTS * (1 + childComplexity);

export const deliveriesOfTask: ComplexityEstimator = ({ childComplexity }) => DELIVERIES * (1 + childComplexity);

/** As many things as a page has: `first` or `last`, otherwise the field's default. */
export function pageOf(defaultCount: number): ComplexityEstimator {
  return ({ args, childComplexity }) => {
    const { first, last } = pageArguments.parse(args);
    return Math.max(1, first ?? last ?? defaultCount) * (1 + childComplexity);
  };
}

/** As many things as there are ids. */
export const manyLookUps: ComplexityEstimator = ({ args, childComplexity }) =>
  Math.max(1, idsArgument.parse(args).ids.length) * (1 + childComplexity);

/** Something that writes, or reaches out: as dear as so many rows. */
export function work(points: number): ComplexityEstimator {
  return ({ childComplexity }) => points + childComplexity;
}
