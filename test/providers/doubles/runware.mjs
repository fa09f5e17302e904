import { randomUUID } from 'node:crypto';
import { startDouble } from './double.mjs';
import { mistakesOf } from './runware-rules.mjs';

/**
 * How a task ends. `within`: whether a failure is a row of `errors` (default) or an item of `data`.
 * @typedef {{ kind: 'succeed', sensitive?: boolean, withoutFile?: boolean } | { kind: 'hang' } |
 *   { kind: 'fail', code: string, message: string, within?: 'errors' | 'data' }} RunwareOutcome
 */

/**
 * @typedef {{
 *   port?: number, key?: string, videoPath: string, lifetimeMs?: number,
 *   generationMs?: number | ((body: any) => number),
 *   outcomeOf?: (body: any) => RunwareOutcome,
 *   refuses?: 'task' | 'array',
 *   takesCheckArrays?: boolean,
 *   unknownTask?: 'empty' | 'error',
 *   archives?: boolean,
 *   visibleAfterMs?: number,
 *   linkOf?: (body: any) => string | undefined,
 *   allowPrivateCallbacks?: boolean,
 * }} RunwareDoubleOptions
 * - `refuses`: what one task's mistake refuses: that task, by its taskUUID, or the whole array, naming no task.
 * - `takesCheckArrays`: whether several getResponse tasks may stand in one array.
 * - `unknownTask`: getResponse of a task that does not exist (any longer): an empty list, or taskNotFound / taskExpired.
 * - `linkOf`: where the file of a task is said to be; here, unless it says so.
 * - `archives`: whether getTaskDetails knows anything. `visibleAfterMs`: until then getResponse gives an empty list.
 */

/** @typedef {{ id: string, at: number, body: any }} Start */
/** @typedef {{ start: Start, videos: { id: string, seed: number }[] }} Task */
/** @typedef {{ data?: any[], errors?: any[] }} Part */

const DAY_MS = 24 * 60 * 60 * 1000;
const PRICE = { '720p': 0.1, '1080p': 0.15 };
const ACTIONS = { videoInference: 'start', getResponse: 'check', getTaskDetails: 'list', mediaStorage: 'upload' };
const WEBHOOK_TRIES = 3;
const WEBHOOK_TIMEOUT_MS = 10_000;

/**
 * Plays Runware's REST endpoint, `POST /v1` with an array of tasks, as runware.ai/docs describes it. `starts` are the tasks
 * that were accepted, each of them paid; `uploads` the media that were stored. It takes `uploadEndpoint` and sends nothing
 * there; a cost counts the output only, as the double cannot know how long an input is.
 * @param {RunwareDoubleOptions} options
 */
export async function startRunwareDouble(options) {
  const { port = 0, key = 'runware-test-key', videoPath, lifetimeMs = DAY_MS } = options;
  const { generationMs = 300, outcomeOf = () => ({ kind: 'succeed' }), refuses = 'task', archives = true } = options;
  const { takesCheckArrays = true, unknownTask = 'empty', visibleAfterMs = 0, allowPrivateCallbacks = false } = options;
  const { linkOf = () => undefined } = options;
  /** @type {Map<string, Task>} */
  const tasks = new Map();
  /** @type {Start[]} */
  const starts = [];
  /** @type {{ id: string, media: string }[]} */
  const uploads = [];
  /** @type {Set<NodeJS.Timeout>} */
  const timers = new Set();

  const elapsedOf = (/** @type {Task} */ task) => Date.now() - task.start.at;
  const durationOf = (/** @type {Task} */ { start }) =>
    typeof generationMs === 'function' ? generationMs(start.body) : generationMs;
  const expiryOf = (/** @type {Task} */ task) =>
    durationOf(task) + Math.min(lifetimeMs, (task.start.body.ttl ?? Infinity) * 1000);

  /** @param {any} task @param {string} url @returns {Part} */
  function accept(task, url) {
    if (tasks.has(task.taskUUID)) {
      return refuse(task, {
        code: 'conflictTaskUUID',
        message: 'This taskUUID was used before.',
        parameter: 'taskUUID',
      });
    }
    const start = { id: task.taskUUID, at: Date.now(), body: task };
    const videos = Array.from({ length: task.numberResults ?? 1 }, (_, index) => ({
      id: randomUUID(),
      seed: (task.seed ?? 0) + index,
    }));
    const record = { start, videos };
    tasks.set(task.taskUUID, record);
    starts.push(start);
    if (task.webhookURL !== undefined) callBack(record, url);
    return { data: [{ taskType: 'videoInference', taskUUID: task.taskUUID }] };
  }

  /** @param {any[]} wanted @param {string} url @returns {Part[]} */
  function start(wanted, url) {
    const surroundings = { uploads: new Set(uploads.map(({ id }) => id)), allowPrivate: allowPrivateCallbacks };
    const mistakes = wanted.map((task) => mistakesOf(task, surroundings));
    if (refuses === 'array' && mistakes.some((list) => list.length > 0)) {
      return [{ errors: mistakes.flat().map((mistake) => ({ ...mistake, taskType: 'videoInference' })) }];
    }
    return wanted.map((task, index) => {
      const [mistake] = mistakes[index] ?? [];
      return mistake === undefined ? accept(task, url) : refuse(task, mistake);
    });
  }

  /** @param {Task} task @param {string} url @returns {Part} */
  function stateOf(task, url) {
    const { taskUUID, numberResults, includeCost, outputFormat } = task.start.body;
    const item = { taskType: 'videoInference', taskUUID };
    const outcome = outcomeOf(task.start.body);
    if (elapsedOf(task) < visibleAfterMs) return { data: [] };
    if (outcome.kind === 'hang' || elapsedOf(task) < durationOf(task))
      return { data: [{ ...item, status: 'processing' }] };
    if (outcome.kind === 'fail') {
      const { code, message, within = 'errors' } = outcome;
      if (within === 'data') return { data: [{ ...item, status: 'error', error: { code, message } }] };
      return {
        errors: [{ code, status: 'error', message, documentation: 'https://runware.ai/docs/errors', taskUUID }],
      };
    }
    const data = task.videos.map(({ id, seed }) => ({
      ...item,
      status: 'success',
      videoUUID: id,
      ...(outcome.withoutFile
        ? {}
        : { videoURL: linkOf(task.start.body) ?? `${url}/files/${id}.${(outputFormat ?? 'MP4').toLowerCase()}` }),
      seed,
      NSFWContent: outcome.sensitive ?? false,
      ...(includeCost ? { cost: costOf(task.start.body) / (numberResults ?? 1) } : {}),
    }));
    return { data };
  }

  /** @param {any} asked @param {string} url @returns {Part} */
  function respond(asked, url) {
    const task = tasks.get(asked.taskUUID);
    const isGone = task !== undefined && elapsedOf(task) > expiryOf(task);
    if (task !== undefined && !isGone) return stateOf(task, url);
    if (unknownTask === 'empty') return { data: [] };
    const code = isGone ? 'taskExpired' : 'taskNotFound';
    return refuse(asked, { code, message: 'The task was not found.', parameter: 'taskUUID' });
  }

  /** @param {any} asked @param {string} url @returns {Part} */
  function details(asked, url) {
    const task = archives ? tasks.get(asked.taskUUID) : undefined;
    if (task === undefined) {
      return refuse(asked, { code: 'taskNotFound', message: 'The task was not found.', parameter: 'taskUUID' });
    }
    const { taskUUID } = task.start.body;
    const response = stateOf(task, url);
    return { data: [{ taskType: 'getTaskDetails', taskUUID, request: [task.start.body], response }] };
  }

  /** @param {any} task @returns {Part} */
  function store(task) {
    if (task.operation !== 'upload' || typeof task.media !== 'string' || task.media === '') {
      return refuse(task, { code: 'invalidParameter', message: "Invalid 'operation' or 'media'.", parameter: 'media' });
    }
    const id = randomUUID();
    uploads.push({ id, media: task.media });
    const { taskType, taskUUID } = task;
    const mediaURL = `https://im.runware.ai/media/${id}`;
    return { data: [{ taskType, taskUUID, operation: 'upload', mediaUUID: id, mediaURL }] };
  }

  /** @param {any} task @param {string} url @returns {Part} */
  function serve(task, url) {
    const { taskType, taskUUID } = task;
    switch (taskType) {
      case 'getResponse':
        return respond(task, url);
      case 'getTaskDetails':
        return details(task, url);
      case 'mediaStorage':
        return store(task);
      case 'accountManagement': {
        const balance = { amount: 100, freeBalance: 0, currency: 'USD' };
        return { data: [{ taskType, taskUUID, operation: task.operation, organizationName: 'Test', balance }] };
      }
      case 'authentication':
        return { data: [{ taskType, connectionSessionUUID: randomUUID() }] };
      case 'ping':
        return { data: [{ taskType, pong: true }] };
      default:
        return refuse(task, {
          code: 'invalidTaskType',
          message: `Unknown task type '${taskType}'.`,
          parameter: 'taskType',
        });
    }
  }

  /** @param {import('./double.mjs').DoubleRequest} request @param {string} url @returns {import('./double.mjs').DoubleAnswer} */
  function handle(request, url) {
    if (request.action === 'download') return download(request.path);
    if (request.method !== 'POST' || request.path !== '/v1')
      return { status: 404, body: { errors: [{ code: 'notFound', message: 'Not found.' }] } };
    const given = Array.isArray(request.body) ? request.body : [];
    const apiKey = given.find((task) => task?.taskType === 'authentication')?.apiKey;
    if (request.headers.authorization !== `Bearer ${key}` && apiKey !== key) return UNAUTHORIZED;
    if (given.length === 0 || given.some((task) => typeof task?.taskUUID !== 'string' && !isPlain(task))) {
      return { status: 400, body: { errors: [{ code: 'invalidRequest', message: 'An array of tasks is required.' }] } };
    }
    const checks = given.filter((task) => task.taskType === 'getResponse');
    if (!takesCheckArrays && checks.length > 1) {
      return {
        status: 400,
        body: { errors: [{ code: 'invalidRequest', message: 'One getResponse at a time.', taskType: 'getResponse' }] },
      };
    }
    const wanted = given.filter((task) => task.taskType === 'videoInference');
    const others = given.filter((task) => task.taskType !== 'videoInference');
    return envelope([...start(wanted, url), ...others.map((task) => serve(task, url))]);
  }

  /** @param {string} path @returns {import('./double.mjs').DoubleAnswer} */
  function download(path) {
    const id = path.slice('/files/'.length).replace(/\.\w+$/, '');
    const task = [...tasks.values()].find(({ videos }) => videos.some((video) => video.id === id));
    const isThere = task !== undefined && elapsedOf(task) >= durationOf(task) && elapsedOf(task) <= expiryOf(task);
    return isThere ? { status: 200, file: videoPath } : { status: 404, body: 'Not Found' };
  }

  /** One call for each finished item (runware.ai/docs/platform/webhooks). @param {Task} task @param {string} url */
  function callBack(task, url) {
    after(durationOf(task), () => {
      const { data = [], errors = [] } = stateOf(task, url);
      const bodies = [...data.map((item) => ({ data: [item] })), ...errors.map((item) => ({ errors: [item] }))];
      const isDone = outcomeOf(task.start.body).kind !== 'hang';
      for (const body of isDone ? bodies : []) void deliver(task.start.body.webhookURL, body, 1);
    });
  }

  /** @param {string} to @param {Part} body @param {number} attempt */
  async function deliver(to, body, attempt) {
    const signal = AbortSignal.timeout(WEBHOOK_TIMEOUT_MS);
    const headers = { 'content-type': 'application/json' };
    const sent = fetch(to, { method: 'POST', headers, body: JSON.stringify(body), redirect: 'manual', signal });
    const isTaken = await sent.then(({ ok }) => ok).catch(() => false);
    if (!isTaken && attempt < WEBHOOK_TRIES) after(attempt * 1000, () => void deliver(to, body, attempt + 1));
  }

  /** @param {number} ms @param {() => void} run */
  function after(ms, run) {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
  }

  const server = await startDouble({ port, actionOf, handle });
  return {
    ...server,
    baseUrl: `${server.url}/v1`,
    key,
    starts,
    uploads,
    [Symbol.asyncDispose]: async () => {
      for (const timer of timers) clearTimeout(timer);
      await server[Symbol.asyncDispose]();
    },
  };
}

const UNAUTHORIZED = {
  status: 401,
  body: {
    errors: [
      {
        code: 'invalidApiKey',
        message: 'Invalid API key. Get one at https://my.runware.ai/signup',
        parameter: 'apiKey',
        type: 'string',
        taskType: 'authentication',
      },
    ],
  },
};

/** Tasks that need no UUID. @param {any} task */
function isPlain(task) {
  return ['authentication', 'ping'].includes(task?.taskType);
}

/** @param {Omit<import('./double.mjs').DoubleRequest, 'action'>} request */
function actionOf({ method, path, body }) {
  if (method === 'GET' && path.startsWith('/files/')) return 'download';
  const types = (Array.isArray(body) ? body : []).map((task) => task?.taskType);
  const type = types.find((each) => each !== 'authentication') ?? types[0];
  if (['accountManagement', 'authentication', 'ping'].includes(type)) return 'health';
  return Object.entries(ACTIONS).find(([name]) => name === type)?.[1] ?? 'unknown';
}

/** @param {any} task @param {{ code: string, message: string, parameter: string | string[] }} why @returns {Part} */
function refuse({ taskType, taskUUID }, why) {
  return { errors: [{ ...why, taskType, ...(taskUUID === undefined ? {} : { taskUUID }) }] };
}

/** Data and errors of all tasks together; 400 when every one of them was refused. @param {Part[]} parts */
function envelope(parts) {
  const data = parts.flatMap((part) => part.data ?? []);
  const errors = parts.flatMap((part) => part.errors ?? []);
  const isRefused = data.length === 0 && errors.length > 0 && errors.every(({ status }) => status === undefined);
  const hasData = data.length > 0 || errors.length === 0;
  return {
    status: isRefused ? 400 : 200,
    body: { ...(hasData ? { data } : {}), ...(errors.length > 0 ? { errors } : {}) },
  };
}

/** US dollars: the seconds of the output by quality (runware.ai/docs/models/alibaba-wan2-7). @param {any} task */
function costOf({ width, height, resolution, duration = 5, numberResults = 1 }) {
  const isSmall = resolution === undefined ? width * height <= 1280 * 720 : resolution === '720p';
  return Math.round(PRICE[isSmall ? '720p' : '1080p'] * duration * numberResults * 1000) / 1000;
}
