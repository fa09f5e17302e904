import { randomUUID } from 'node:crypto';
import { findMistake } from './dashscope-checks.mjs';
import { createDashScopeStore } from './dashscope-store.mjs';
import { startDouble } from './double.mjs';

/** @typedef {import('./double.mjs').DoubleRequest} DoubleRequest */
/** @typedef {import('./double.mjs').DoubleAnswer} DoubleAnswer */
/** @typedef {{ kind: 'succeed' } | { kind: 'fail', code?: string, message?: string } | { kind: 'hang' }} Outcome */
/** @typedef {{ id: string, at: number, body: any }} Start */
/**
 * @typedef {{ id: string, requestId: string, at: number, cancelledAt: number | null, body: any, outcome: Outcome, generationMs: number, queueMs: number }} Task
 */

const START_PATH = '/api/v1/services/aigc/video-generation/video-synthesis';
const LIST_PATH = '/api/v1/tasks/';
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Alibaba Cloud Model Studio as its pages describe it (alibabacloud.com/help/en/model-studio: text-to-video,
 * image-to-video, video-to-video, video-editing, manage-asynchronous-tasks, get-temporary-file-url, error-code). The state
 * of a task follows from the clock. `starts` are the accepted, paid starts. `addTask` plants a task that another program
 * of the account started.
 * @param {{
 *   port?: number, key?: string, videoPath: string,
 *   generationMs?: number | ((body: any) => number), queueMs?: number,
 *   outcomeOf?: (body: any) => Outcome, lifetimeMs?: number, maxFileMegabytes?: number,
 *   errorShape?: 'flat' | 'envelope', tellsPromptEarly?: boolean,
 * }} options `queueMs`: how long a task is PENDING. `errorShape`: which of its two dialects the service speaks.
 */
export async function startDashScopeDouble(options) {
  const { port = 0, key = 'dashscope-test-key', videoPath, generationMs = 300, queueMs = 0 } = options;
  const { outcomeOf = () => ({ kind: 'succeed' }), lifetimeMs = DAY_MS, maxFileMegabytes = 1024 } = options;
  const { errorShape = 'flat', tellsPromptEarly = false } = options;
  /** @type {Map<string, Task>} */
  const tasks = new Map();
  /** @type {Start[]} */
  const starts = [];
  const store = createDashScopeStore({ videoPath, lifetimeMs, maxFileMegabytes });

  /** @param {any} body @param {number} at */
  function createTask(body, at) {
    const id = randomUUID();
    const length = typeof generationMs === 'function' ? generationMs(body) : generationMs;
    /** @type {Task} */
    const task = {
      id,
      requestId: randomUUID(),
      at,
      cancelledAt: null,
      body,
      outcome: outcomeOf(body),
      generationMs: length,
      queueMs,
    };
    tasks.set(id, task);
    return task;
  }

  /** @param {number} status @param {string} code @param {string} message @returns {DoubleAnswer} */
  function refuse(status, code, message) {
    const request_id = randomUUID();
    if (errorShape === 'flat') return { status, body: { code, message, request_id } };
    const word = code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
    return { status, body: { error: { code: word, message, type: 'invalid_request_error', param: null }, request_id } };
  }

  /** @param {DoubleRequest} request @param {string} host @returns {DoubleAnswer} */
  function handle(request, host) {
    const { action, path, headers, query } = request;
    if (path.startsWith('/oss/')) return store.takeForm(request);
    if (action === 'download') return store.giveFile(request, endOf(tasks.get(path.slice(7, -4))));
    if (headers.authorization === undefined) return refuse(401, 'InvalidApiKey', 'No API-key provided.');
    if (headers.authorization !== `Bearer ${key}`) return refuse(401, 'InvalidApiKey', 'Invalid API-key provided.');
    switch (action) {
      case 'start':
        return accept(request);
      case 'list':
      case 'health':
        return list(query);
      case 'check':
        return { status: 200, body: describe(path.slice(LIST_PATH.length), host) };
      case 'cancel':
        return cancel(path.slice(LIST_PATH.length, -'/cancel'.length));
      case 'upload':
        return {
          status: 200,
          body: { request_id: randomUUID(), data: store.givePolicy(query.get('model') ?? '', host) },
        };
      default:
        return refuse(404, 'NotFound', `No such path: ${path}`);
    }
  }

  /** @param {DoubleRequest} request @returns {DoubleAnswer} */
  function accept({ headers, body }) {
    if (headers['x-dashscope-async'] !== 'enable') {
      return refuse(403, 'AccessDenied', 'current user api does not support synchronous calls.');
    }
    const resolvesStore = headers['x-dashscope-ossresourceresolve'] === 'enable';
    const mistake = findMistake(body, { resolvesStore, isStored: store.isStored });
    if (mistake !== null) return refuse(400, mistake.code, mistake.message);
    const task = createTask(body, Date.now());
    starts.push({ id: task.id, at: task.at, body });
    const output = { task_status: 'PENDING', task_id: task.id };
    return { status: 200, body: { output, request_id: task.requestId } };
  }

  /** @param {string} id @param {string} host */
  function describe(id, host) {
    const request_id = randomUUID();
    const task = tasks.get(id);
    if (task === undefined || Date.now() > task.at + DAY_MS) {
      return { request_id, output: { task_id: id, task_status: 'UNKNOWN' } };
    }
    const status = statusOf(task);
    const { input, parameters } = task.body;
    const told = tellsPromptEarly || status === 'SUCCEEDED' ? { orig_prompt: input.prompt ?? '' } : {};
    const output = { task_id: id, task_status: status, submit_time: timeText(task.at), ...told };
    if (status === 'FAILED' && task.outcome.kind === 'fail') {
      const { code, message } = task.outcome;
      const reason = { ...(code === undefined ? {} : { code }), ...(message === undefined ? {} : { message }) };
      return { request_id, output: { ...output, ...reason, end_time: timeText(endOf(task) ?? 0) } };
    }
    if (status !== 'SUCCEEDED') return { request_id, output };
    const endedAt = endOf(task) ?? 0;
    const extended = parameters.prompt_extend ? { actual_prompt: `${input.prompt ?? ''}, in soft light` } : {};
    const { resolution, duration, ratio } = parameters;
    return {
      request_id,
      output: { ...output, ...extended, end_time: timeText(endedAt), video_url: store.linkTo(host, id, endedAt) },
      usage: {
        SR: Number.parseInt(resolution, 10),
        duration,
        input_video_duration: 0,
        output_video_duration: duration,
        fps: 30,
        ratio: ratio ?? '16:9',
        video_count: 1,
      },
    };
  }

  /** @param {URLSearchParams} query @returns {DoubleAnswer} */
  function list(query) {
    const pageSize = Number(query.get('page_size') ?? 10);
    const pageNumber = Number(query.get('page_no') ?? 1);
    const model = query.get('model_name');
    const found = [...tasks.values()]
      .filter((task) => task.at > Date.now() - DAY_MS && (model === null || task.body.model === model))
      .toSorted((one, other) => other.at - one.at);
    const data = found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize).map(toRow);
    const total_page = Math.ceil(found.length / pageSize);
    const page = { page_no: pageNumber, page_size: pageSize, total: found.length, total_page };
    return { status: 200, body: { request_id: randomUUID(), data, ...page } };
  }

  /** @param {string} id @returns {DoubleAnswer} */
  function cancel(id) {
    const task = tasks.get(id);
    if (task === undefined || statusOf(task) !== 'PENDING') {
      const message = 'Failed to cancel the task, please confirm if the task is in PENDING status.';
      return refuse(400, 'UnsupportedOperation', message);
    }
    task.cancelledAt = Date.now();
    return { status: 200, body: { request_id: randomUUID() } };
  }

  const double = await startDouble({ port, actionOf, handle });
  return {
    ...double,
    baseUrl: double.url,
    key,
    starts,
    uploads: store.uploads,
    /** @param {any} body @param {{ at?: number }} [when] @returns {string} its id */
    addTask: (body, { at = Date.now() } = {}) => createTask(body, at).id,
  };
}

/** @param {Omit<DoubleRequest, 'action'>} request */
function actionOf({ method, path, query }) {
  if (path.startsWith('/files/')) return 'download';
  if (path.startsWith('/oss/') || path === '/api/v1/uploads') return 'upload';
  if (method === 'POST' && path === START_PATH) return 'start';
  if (method === 'POST' && path.startsWith(LIST_PATH) && path.endsWith('/cancel')) return 'cancel';
  if (method === 'GET' && path === LIST_PATH) return query.get('page_size') === '1' ? 'health' : 'list';
  if (method === 'GET' && path.startsWith(LIST_PATH)) return 'check';
  return 'unknown';
}

/** @param {Task} task */
function statusOf({ at, cancelledAt, queueMs, generationMs, outcome }) {
  if (cancelledAt !== null) return 'CANCELED';
  const age = Date.now() - at;
  if (age < queueMs) return 'PENDING';
  if (age < queueMs + generationMs || outcome.kind === 'hang') return 'RUNNING';
  return outcome.kind === 'succeed' ? 'SUCCEEDED' : 'FAILED';
}

/** @param {Task | undefined} task When it ended; null while it runs. */
function endOf(task) {
  if (task === undefined || !['SUCCEEDED', 'FAILED'].includes(statusOf(task))) return null;
  return task.at + task.queueMs + task.generationMs;
}

/** @param {Task} task */
function toRow(task) {
  const endedAt = endOf(task);
  return {
    api_key_id: '15000',
    caller_parent_id: '1000',
    caller_uid: '1000',
    gmt_create: task.at,
    start_time: task.at + 20,
    ...(endedAt === null ? {} : { end_time: endedAt }),
    model_name: task.body.model,
    region: 'cn-beijing',
    request_id: task.requestId,
    status: statusOf(task),
    task_id: task.id,
    user_api_unique_key: `apikey:v1:aigc:video-generation:video-synthesis:${task.body.model}`,
  };
}

/** @param {number} at As the service writes times: in Beijing, without a zone. */
function timeText(at) {
  return new Date(at + 8 * 60 * 60 * 1000).toISOString().replace('T', ' ').slice(0, 23);
}
