import { execute, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { Trail } from '../lib/trail.js';
import type { GraphQLContext } from './context.js';
import { WEBHOOK_MESSAGE_1 as document } from './webhook-message.js';

/** Just what is looked at here; all of it goes on as it is. */
const answer = z.object({
  videoTask: z.object({
    version: z.number(),
    cost: z.unknown(),
    results: z.array(z.object({ cost: z.unknown() })),
    events: z.tuple([
      z.looseObject({ version: z.number(), task: z.looseObject({ results: z.array(z.looseObject({})) }) }),
    ]),
  }),
});

/**
 * Lets the schema itself render events for webhooks, in the fields that messages have. Throws when the schema does not have
 * them, and later when the caller has no such event. After its last event nothing of a task changes but what it costs, as
 * providers may tell that late: so that event has the costs of now.
 * @param contextOf makes the context of a task's caller, who needs the scope tasks:read.
 */
export function createRenderEvent(
  schema: GraphQLSchema,
  contextOf: (callerId: string, trail: Trail) => GraphQLContext,
) {
  const [mistake] = validate(schema, document);
  if (mistake !== undefined) throw mistake;
  return async (callerId: string, taskId: string, version: number, trail: Trail): Promise<object> => {
    const variableValues = { taskId, before: version - 1 };
    const contextValue = contextOf(callerId, trail);
    const result: ExecutionResult = await execute({ schema, document, contextValue, variableValues });
    const [error] = result.errors ?? [];
    if (error !== undefined) throw error;
    const { videoTask: task } = answer.parse(result.data);
    const [event] = task.events;
    if (event.version < task.version) return event;
    const results = event.task.results.map((each, index) => ({ ...each, ...task.results[index] }));
    return { ...event, task: { ...event.task, results, cost: task.cost } };
  };
}
