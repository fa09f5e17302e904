import { defaultFieldResolver, GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { GraphQLContext } from './context.js';
import { codeOf } from './errors.js';

/** What of arguments and payloads names things: everything else in them is left out. */
const name = z.string().nullish();
const named = z.object({ id: name, assetId: name, deliveryId: name, callerName: name });
const input = z.object({ input: named.nullish() });
const userErrors = z.object({ userErrors: z.array(z.object({ code: z.string() })).default([]) });

/** Lets every mutation write what it was about and what became of it. What lacked a scope was told as a denial. */
export function auditMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    field.resolve = audited(field.name, field.resolve ?? defaultFieldResolver);
  }
}

type Resolve = GraphQLFieldResolver<unknown, GraphQLContext>;

function audited(operation: string, resolve: Resolve): Resolve {
  return async (root, given, context, info) => {
    const about = namesIn(input.safeParse(given).data?.input);
    try {
      const payload: unknown = await resolve(root, given, context, info);
      const codes = (userErrors.safeParse(payload).data?.userErrors ?? []).map(({ code }) => code);
      const targets = [...new Set([...about, ...namesInPayload(payload)])];
      context.audit({ kind: 'mutation', operation, targets, outcome: codes.length > 0 ? 'refused' : 'done', codes });
      return payload;
    } catch (error) {
      const code = codeOf(error instanceof GraphQLError ? error : null);
      if (code !== 'FORBIDDEN') {
        context.audit({ kind: 'mutation', operation, targets: about, outcome: 'failed', codes: [code] });
      }
      throw error;
    }
  };
}

function namesIn(value: unknown): string[] {
  return Object.values(named.safeParse(value).data ?? {}).filter((each) => each != null);
}

/** Of a payload's own objects: the task, the asset, the key. */
function namesInPayload(payload: unknown): string[] {
  const parts = z.record(z.string(), z.unknown()).safeParse(payload).data ?? {};
  return Object.values(parts).flatMap(namesIn);
}
