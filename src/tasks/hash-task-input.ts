import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TaskInput } from './task-input.js';

const jsonSchema = z.json();
type JsonValue = z.infer<typeof jsonSchema>;

/**
 * SHA-256, in hexadecimal, of an input as the caller gave it; tells a replay from a conflict. The idempotency key, the
 * order of fields, and fields that are null or undefined do not count.
 */
export function hashTaskInput(input: TaskInput): string {
  const { idempotencyKey: _, ...rest } = input;
  const plain = jsonSchema.parse(JSON.parse(JSON.stringify(rest)));
  return createHash('sha256')
    .update(JSON.stringify(canonical(plain)))
    .digest('hex');
}

function canonical(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  fields.sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, canonical(field)]));
}
