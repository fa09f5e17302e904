import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

const CREATE = `mutation ($input: CreateVideoTaskInput!) {
  createVideoTask(input: $input) { task { id } userErrors { message } }
}`;
const LIST = `query ($after: String) {
  videoTasks(first: 100, after: $after) {
    nodes { id prompt status version results { provider phase status providerTaskId error { code message } video { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const WATCH = `subscription ($id: ID!) { videoTaskUpdated(id: $id, afterVersion: 0) { version type } }`;
const TIMEOUT_MS = 20_000;

/** @param {string} url @param {string} query @param {object} variables @returns {Promise<any>} */
async function ask(url, query, variables) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const { data, errors } = await response.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/**
 * Creates a task and returns its id. The same key and input may be sent again whenever the answer got lost.
 * @param {string} url @param {{ prompt: string, provider: string, idempotencyKey: string }} wanted
 * @returns {Promise<string>}
 */
export async function createTask(url, wanted) {
  const input = { ...wanted, durationSeconds: 2 };
  const { createVideoTask } = await ask(url, CREATE, { input });
  if (createVideoTask.task === null) throw new Error(JSON.stringify(createVideoTask.userErrors));
  return createVideoTask.task.id;
}

/** Every task that the gateway has. @param {string} url @returns {Promise<any[]>} */
export async function listTasks(url) {
  const tasks = [];
  for (let after = null; ;) {
    const { nodes, pageInfo } = (await ask(url, LIST, { after })).videoTasks;
    tasks.push(...nodes);
    if (!pageInfo.hasNextPage) return tasks;
    after = pageInfo.endCursor;
  }
}

/** The stored events of finished tasks, by task. @param {string} url @param {string[]} ids */
export async function readHistories(url, ids) {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  /** @type {Map<string, { version: number, type: string }[]>} */
  const histories = new Map();
  const waiting = [...ids];
  const read = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const events = [];
      for await (const { data, errors } of client.iterate({ query: WATCH, variables: { id } })) {
        if (errors !== undefined) throw new Error(JSON.stringify(errors));
        events.push(data.videoTaskUpdated);
      }
      histories.set(id, events);
    }
  };
  await Promise.all(Array.from({ length: 8 }, read));
  await client.dispose();
  return histories;
}
