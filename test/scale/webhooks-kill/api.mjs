const CREATE = `mutation ($input: CreateVideoTaskInput!) {
  createVideoTask(input: $input) { task { id } userErrors { message } }
}`;
const CANCEL = `mutation ($id: ID!) {
  cancelVideoTask(input: { id: $id }) { task { status } userErrors { code message } }
}`;
const SECRET = `{ webhookSecret { secret } }`;
const EVENTS = `query ($after: String) {
  videoTasks(first: 20, after: $after) {
    nodes { id events(first: 40) { version type } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const PENDING = `query ($after: String) {
  webhookDeliveries(first: 100, after: $after) { nodes { status } pageInfo { hasNextPage endCursor } }
}`;
const TIMEOUT_MS = 20_000;

/** What is told of: everything that happens to a task that no provider ever takes. */
export const TOLD = ['CREATED', 'PROGRESSED', 'CANCELLED'];

/** @param {string} url @param {string} query @param {object} variables @returns {Promise<any>} */
async function ask(url, query, variables = {}) {
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

/** The same key and input may be sent again whenever the answer got lost. @param {string} url @param {object} input @returns {Promise<string>} */
export async function createTask(url, input) {
  const { createVideoTask } = await ask(url, CREATE, { input });
  if (createVideoTask.task === null) throw new Error(JSON.stringify(createVideoTask.userErrors));
  return createVideoTask.task.id;
}

/** Whether it was cancelled now or by a call whose answer got lost. @param {string} url @param {string} id */
export async function cancelTask(url, id) {
  const { cancelVideoTask } = await ask(url, CANCEL, { id });
  const isCancelled = cancelVideoTask.userErrors.every((/** @type {any} */ { code }) => code === 'NOT_CANCELLABLE');
  if (!isCancelled) throw new Error(JSON.stringify(cancelVideoTask.userErrors));
}

/** @param {string} url @returns {Promise<string>} */
export async function readSecret(url) {
  return (await ask(url, SECRET)).webhookSecret.secret;
}

/** Every event of every task, of those that are told of. @param {string} url @returns {Promise<{ taskId: string, version: number, type: string }[]>} */
export async function readEvents(url) {
  const tasks = await pages(url, EVENTS, 'videoTasks');
  return tasks.flatMap(({ id: taskId, events }) =>
    events
      .filter((/** @type {any} */ { type }) => TOLD.includes(type))
      .map((/** @type {any} */ { version, type }) => ({ taskId, version, type })),
  );
}

/** How many deliveries have each status. @param {string} url @returns {Promise<Map<string, number>>} */
export async function countDeliveries(url) {
  const counts = new Map();
  for (const { status } of await pages(url, PENDING, 'webhookDeliveries')) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

/** @param {string} url @param {string} query @param {string} field @returns {Promise<any[]>} */
async function pages(url, query, field) {
  const all = [];
  for (let after = null; ;) {
    const { nodes, pageInfo } = (await ask(url, query, { after }))[field];
    all.push(...nodes);
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
  }
}
