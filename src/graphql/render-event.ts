import { execute, getNamedType, isObjectType, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import type { Trail } from '../lib/trail.js';
import type { GraphQLContext } from './context.js';

/** What a message does not repeat: other events, other tasks, and how messages went. */
const LEFT_OUT = new Set(['events', 'retriedFrom', 'webhookDeliveries']);

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
 * Lets the schema itself render events as it gives them, with all that it tells of `VideoTaskEvent`, for webhooks. Throws
 * when the caller has no such event. After its last event nothing of a task changes but
 * what it costs, as providers may tell that late: so that event has the costs of now.
 * @param contextOf makes the context of a task's caller, who needs the scope tasks:read.
 */
export function createRenderEvent(
  schema: GraphQLSchema,
  contextOf: (callerId: string, trail: Trail) => GraphQLContext,
) {
  const cost = `cost ${selectionOf(schema, 'Cost')}`;
  const document = parse(`query WebhookEvent($taskId: ID!, $before: Int!) {
    videoTask(id: $taskId) {
      version results { ${cost} } ${cost} events(after: $before, first: 1) ${selectionOf(schema, 'VideoTaskEvent')}
    }
  }`);
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

/** Everything of a type, and of what it leads to. */
function selectionOf(schema: GraphQLSchema, name: string): string {
  const type = schema.getType(name);
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).filter((field) => !LEFT_OUT.has(field.name));
  return `{ ${fields.map((field) => `${field.name} ${selectionOf(schema, getNamedType(field.type).name)}`).join(' ')} }`;
}
