/** The operations of a frontend that shows a list of tasks and follows one of them. */

export const CREATE = `mutation BenchCreate($input: CreateVideoTaskInput!) {
  createVideoTask(input: $input) { task { id status version } userErrors { code message path } }
}`;

const CANCEL = `mutation BenchCancel($id: ID!) {
  cancelVideoTask(input: { id: $id }) { task { id status version } userErrors { code message path } }
}`;

/** What a page shows of a task that is made. */
export const READ = `query BenchRead($id: ID!) {
  videoTask(id: $id) { status progress results { status video { url } } }
}`;

export const READ_STATUS = `query BenchReadStatus($id: ID!) { videoTask(id: $id) { status } }`;

const TASK = `id status progress prompt createdAt width height durationSeconds
  results { id status phase progress seed error { code message } video { url mimeType bytes } poster { url } }`;

export const LIST = `query BenchList($first: Int, $after: String, $filter: VideoTaskFilter) {
  videoTasks(first: $first, after: $after, filter: $filter) { nodes { ${TASK} } pageInfo { hasNextPage endCursor } }
}`;

export const WATCH_TASK = `subscription BenchWatchTask($id: ID!) {
  videoTaskUpdated(id: $id) { version type at task { ${TASK} } }
}`;

export const WATCH_ALL = `subscription BenchWatchAll {
  videoTasksUpdated { cursor event { version type at task { ${TASK} } } }
}`;

/**
 * Creates a task and returns its id.
 * @param {import('./client.mjs').Request} request
 * @param {Record<string, unknown>} input
 * @returns {Promise<string>}
 */
export async function createTask(request, input) {
  const { createVideoTask } = await request(CREATE, { input });
  if (createVideoTask.task === null) throw new Error(JSON.stringify(createVideoTask.userErrors));
  return createVideoTask.task.id;
}

/** @param {import('./client.mjs').Request} request @param {string} id */
export async function cancelTask(request, id) {
  const { cancelVideoTask } = await request(CANCEL, { id });
  if (cancelVideoTask.userErrors.length > 0) throw new Error(JSON.stringify(cancelVideoTask.userErrors));
}
