import { setTimeout as pause } from 'node:timers/promises';
import { requestResult } from '../../support/graphql-client.js';
import { graphql } from '../../support/graphql/gql.js';
import type { Cluster } from '../nodes/start-cluster.js';
import { FILMED } from '../nodes/start-services.js';
import type { Failure, History } from './history.js';

const CREATE = graphql(`
  mutation FaultsCreate($input: CreateVideoTaskInput!) {
    createVideoTask(input: $input) {
      task {
        id
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export type LoadOptions = {
  /** What prompts begin with; idempotency keys are made of it, so it is another one in each run. */
  name: string;
  tasks: number;
  creators: number;
  random: () => number;
  /** Part of the tasks whose videos are kept, 0-1; the others fail at the service. */
  filmedShare: number;
  /** How many tasks may have been made by now, so that a load can be spread over a fault. */
  allowed?: () => number;
};

const AGAIN_MS = 50;
/** Of so many tasks, one is made at EvoLink, which takes ten checks a second. */
const EVOLINK_EVERY = 8;

/**
 * Makes tasks at whichever api node runs until every one of them is acknowledged: what failed is sent again with the same
 * key, as a client would. Failures that no client has to expect are violations.
 */
export async function createLoad({ apis }: Cluster, history: History, options: LoadOptions): Promise<void> {
  const { name, tasks, creators, random, filmedShare, allowed = () => tasks } = options;
  let next = 0;

  async function create(): Promise<void> {
    while (next < tasks) {
      if (next >= allowed()) {
        await pause(AGAIN_MS);
        continue;
      }
      const number = next;
      next += 1;
      const prompt = `${name} ${number}${random() < filmedShare ? ` ${FILMED}` : ''}`;
      const provider = number % EVOLINK_EVERY === 0 ? ('EVOLINK' as const) : ('RUNWARE' as const);
      const input = { prompt, provider, idempotencyKey: `${name}-${number}`, durationSeconds: 2 };
      while (!history.acknowledged.has(prompt)) {
        const running = apis.filter((node) => node.isRunning());
        const node = running[Math.floor(random() * running.length)];
        const outcome = node === undefined ? 'closed' : await send(node.url, input, history);
        if (outcome === 'closed' || outcome === 'unavailable') {
          history.failures[outcome] += 1;
          await pause(AGAIN_MS);
        } else history.acknowledged.set(prompt, outcome.id);
      }
    }
  }

  await Promise.all(Array.from({ length: creators }, create));
}

type Input = { prompt: string; provider: 'EVOLINK' | 'RUNWARE'; idempotencyKey: string; durationSeconds: number };

async function send(url: string, input: Input, history: History): Promise<Failure | { id: string }> {
  const startedAt = performance.now();
  try {
    const { data, errors } = await requestResult(url, CREATE, { input });
    const id = data?.createVideoTask.task?.id;
    if (id !== undefined) return { id };
    if (errors?.[0]?.extensions?.['retryable'] !== true) {
      history.violations.push(`request: ${JSON.stringify(errors ?? data)} is nothing that may be sent again`);
    }
    return 'unavailable';
  } catch (error) {
    if (error instanceof SyntaxError) history.violations.push(`request: an answer is no JSON: ${error.message}`);
    return 'closed';
  } finally {
    history.slowestMs = Math.max(history.slowestMs, performance.now() - startedAt);
  }
}
