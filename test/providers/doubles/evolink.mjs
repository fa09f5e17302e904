import { randomBytes } from 'node:crypto';
import { startDouble } from './double.mjs';
import { createCallbackSender } from './evolink-callbacks.mjs';
import { createFilesDouble } from './evolink-files.mjs';
import { complainAbout, EVOLINK_MODELS } from './evolink-validation.mjs';

/** @typedef {import('./double.mjs').DoubleRequest} DoubleRequest */
/** @typedef {import('./double.mjs').DoubleAnswer} DoubleAnswer */
/** @typedef {{ kind: 'succeed' } | { kind: 'fail', code: string, message: string } | { kind: 'hang' }} Outcome */
/** @typedef {{ id: string, at: number, body: any }} Start An accepted, that is paid, start. */
/** @typedef {Start & { generationMs: number, outcome: Outcome }} Task */

const PENDING_SHARE = 0.2;

/**
 * Plays EvoLink: Wan 2.7's four models, tasks, credits and the Files API (docs.evolink.ai).
 * - `generationMs`: from start to file, or a function of the start's body. `outcomeOf`: how a task ends, by its body.
 * - `lifetimeMs`: how long result links work. `maxFiles`: uploads that the account holds.
 * - `allowPrivateCallbacks`: takes http and private addresses as callback_url, which EvoLink refuses.
 * @param {{ port?: number, key?: string, videoPath: string, generationMs?: number | ((body: any) => number),
 *   outcomeOf?: (body: any) => Outcome, lifetimeMs?: number, maxFiles?: number, allowPrivateCallbacks?: boolean }} options
 */
export async function startEvolinkDouble({
  port = 0,
  key = 'evolink-test-key',
  videoPath,
  generationMs = 300,
  outcomeOf = () => ({ kind: 'succeed' }),
  lifetimeMs = 24 * 60 * 60 * 1000,
  maxFiles = 100,
  allowPrivateCallbacks = false,
}) {
  /** @type {Map<string, Task>} */
  const tasks = new Map();
  const files = createFilesDouble({ maxFiles });
  const callbacks = createCallbackSender();

  /** @param {DoubleRequest} request @param {string} url @returns {DoubleAnswer | Promise<DoubleAnswer>} */
  function handle(request, url) {
    if (request.action === 'download') return download(request);
    const isKnown = request.headers.authorization === `Bearer ${key}`;
    if (!isKnown) return unauthorized(request.action);
    if (request.action === 'start') return start(request, url);
    if (request.action === 'check') return check(request, url);
    if (request.action === 'health') return credits();
    if (request.action === 'upload') return files.handle(request, url);
    return refuse(404, 'not_found_error', 'No such endpoint');
  }

  /** @param {DoubleRequest} request @param {string} url @returns {DoubleAnswer} */
  function start({ body }, url) {
    if (body === null || typeof body !== 'object') return refuse(400, 'invalid_request_error', 'Invalid JSON body');
    if (!EVOLINK_MODELS.includes(body.model)) return refuse(404, 'not_found_error', `Model ${body.model} not found`);
    const complaint = complainAbout(body, allowPrivateCallbacks);
    if (complaint !== null) {
      const hint = `provide a valid ${complaint.param}`;
      return refuse(400, 'invalid_request_error', complaint.message, {
        param: complaint.param,
        fallback_suggestion: hint,
      });
    }
    const at = Date.now();
    const id = `task-unified-${Math.floor(at / 1000)}-${randomBytes(4).toString('hex')}`;
    const ms = typeof generationMs === 'function' ? generationMs(body) : generationMs;
    const task = { id, at, body, generationMs: ms, outcome: outcomeOf(body) };
    tasks.set(id, task);
    if (body.callback_url !== undefined && task.outcome.kind !== 'hang') {
      callbacks.schedule(body.callback_url, () => shown(task, url), ms + 1);
    }
    const usage = { billing_rule: 'per_second', credits_reserved: 28.8, user_group: 'default' };
    const info = { can_cancel: true, estimated_time: Math.ceil(ms / 1000) };
    return { status: 200, body: { ...head(task), progress: 0, status: 'pending', task_info: info, usage } };
  }

  /** @param {DoubleRequest} request @param {string} url @returns {DoubleAnswer} */
  function check({ path }, url) {
    const id = decodeURIComponent(path.slice('/v1/tasks/'.length));
    if (!id.startsWith('task-')) {
      return {
        status: 400,
        body: { error: { code: 'invalid_task_id', message: "Invalid task ID format, must start with 'task-'" } },
      };
    }
    const task = tasks.get(id);
    if (task === undefined)
      return { status: 404, body: { error: { code: 'task_not_found', message: `Task ${id} not found` } } };
    return { status: 200, body: shown(task, url) };
  }

  /** @param {DoubleRequest} request @returns {DoubleAnswer} */
  function download({ path }) {
    const task = tasks.get(path.split('/')[2] ?? '');
    const isThere = task !== undefined && Date.now() - task.at - task.generationMs < lifetimeMs;
    return isThere ? { status: 200, file: videoPath } : { status: 403, body: '<Error>AccessDenied</Error>' };
  }

  const server = await startDouble({ port, actionOf, handle });
  return {
    ...server,
    baseUrl: server.url,
    /** Plays the Files API too. */
    filesBaseUrl: server.url,
    key,
    /** @returns {Start[]} */
    get starts() {
      return [...tasks.values()].map(({ id, at, body }) => ({ id, at, body }));
    },
    get uploads() {
      return files.stored();
    },
    callbacks: callbacks.sent,
    [Symbol.asyncDispose]: async () => {
      callbacks.stop();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** @param {Omit<DoubleRequest, 'action'>} request */
function actionOf({ method, path }) {
  if (method === 'POST' && path === '/v1/videos/generations') return 'start';
  if (method === 'GET' && path.startsWith('/v1/tasks/')) return 'check';
  if (method === 'GET' && path === '/v1/credits') return 'health';
  if (path.startsWith('/api/v1/files/')) return 'upload';
  return method === 'GET' && path.startsWith('/files/') ? 'download' : 'unknown';
}

/** @param {Task} task */
function head({ id, at, body }) {
  return { created: Math.floor(at / 1000), id, model: body.model, object: 'video.generation.task', type: 'video' };
}

/** A task as its query answers, by the clock. @param {Task} task @param {string} url */
function shown(task, url) {
  const { id, at, generationMs, outcome } = task;
  const share = generationMs <= 0 ? 1 : (Date.now() - at) / generationMs;
  if (share < 1 || outcome.kind === 'hang') {
    const status = share < PENDING_SHARE ? 'pending' : 'processing';
    const progress = status === 'pending' ? 0 : Math.min(99, Math.floor(share * 100));
    return { ...head(task), progress, status, task_info: { can_cancel: status === 'pending' } };
  }
  if (outcome.kind === 'fail') {
    const error = { code: outcome.code, message: outcome.message, type: 'task_error' };
    return { ...head(task), progress: 0, status: 'failed', error, task_info: { can_cancel: false } };
  }
  const results = [`${url}/files/${id}/video.mp4`];
  return { ...head(task), progress: 100, results, status: 'completed', task_info: { can_cancel: false } };
}

/** @returns {DoubleAnswer} */
function credits() {
  const token = { remaining_credits: 99_416.4429, unlimited_credits: false, used_credits: 583.5571 };
  const user = { remaining_credits: 1095.3996, used_credits: 135.9048 };
  return { status: 200, body: { data: { token, user }, message: '', success: true } };
}

/** EvoLink's two dialects: words where tasks are looked up, numbers elsewhere. @param {string} action @returns {DoubleAnswer} */
function unauthorized(action) {
  const message = 'Invalid or missing API key';
  if (action === 'check') return { status: 401, body: { error: { code: 'unauthorized', message } } };
  if (action === 'upload') return { status: 401, body: { success: false, code: 401, msg: message, data: null } };
  return refuse(401, 'authentication_error', message);
}

/** @param {number} status @param {string} type @param {string} message @param {object} more @returns {DoubleAnswer} */
function refuse(status, type, message, more = {}) {
  return { status, body: { error: { code: status, message, type, ...more } } };
}
