import { NoSchemaIntrospectionCustomRule, type ValidationRule } from 'graphql';
import { limitDepth } from './limit-depth.js';
import { limitRepetition } from './limit-repetition.js';

/** What every transport holds a document to, before anything of it is run. */

/** Words and signs of a document. Everything this schema has fits into a fraction of it. */
export const MAX_TOKENS = 1_000;

/** Errors of a document that are told; a hostile one would have thousands. */
export const MAX_ERRORS = 5;

/** The rules beside those of the specification. Without `introspection` the schema is not told, not even by suggestions. */
export function operationRules(introspection: boolean): ValidationRule[] {
  return [limitDepth, limitRepetition, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])];
}
