import pLimit from 'p-limit';
import type { Json } from '../../lib/json.js';
import { requestIdHeader } from '../../lib/trail.js';
import type { FileCache } from '../file-cache.js';
import type {
  CancelOutcome,
  CheckOutcome,
  InputFile,
  MaySend,
  PricePerSecond,
  StartOutcome,
  VideoProvider,
  VideoRequest,
} from '../provider.js';
import { accountOf, doubtReferences, shareUploads } from '../shared-uploads.js';
import { createUpstreamClient, type UpstreamClient, type WatchUpstream } from '../upstream-client.js';
import { dashscopeCapabilities } from './capabilities.js';
import { handOver } from './hand-over.js';
import { listPath } from './list-tasks.js';
import { readCancel, readHealth } from './read-others.js';
import { readCheck } from './read-check.js';
import { readStart } from './read-start.js';
import { recoverStart } from './recover.js';
import { modelOf, startBody } from './start-body.js';
import { taskPath } from './task-path.js';
import { uploadFile } from './upload.js';
import { operationSchema } from './wire.js';

export type DashScopeOptions = {
  apiKey: string;
  /** Of the key's region, such as https://dashscope-intl.aliyuncs.com: key, address and model must be of one. */
  baseUrl: string;
  price: PricePerSecond;
  fileCache: FileCache;
  /** Default: nobody is told. */
  watch?: WatchUpstream;
  /** How long the answer to a start is waited for. Default 60,000, as images may be in its body. */
  startTimeoutMs?: number;
  /** How long any other answer is waited for. Default 30,000. */
  timeoutMs?: number;
};

const START_PATH = '/api/v1/services/aigc/video-generation/video-synthesis';
const REQUESTS_AT_ONCE = 8;
const UNREADABLE = 'The stored operation cannot be read.';

/**
 * Alibaba Cloud Model Studio (DashScope) as a provider (alibabacloud.com/help/en/model-studio, text-to-video-api-reference
 * and its neighbours). One task per request; nothing makes a start idempotent, so none is ever sent twice. Disposing
 * closes the connections.
 */
export function createDashScope(options: DashScopeOptions): VideoProvider & AsyncDisposable {
  const { apiKey, baseUrl, price, fileCache, startTimeoutMs = 60_000, timeoutMs = 30_000 } = options;
  const watch = options.watch === undefined ? {} : { watch: options.watch };
  const wire = createUpstreamClient({
    baseUrl,
    headers: { authorization: `Bearer ${apiKey}` },
    secrets: [apiKey],
    ...watch,
  });
  const client: UpstreamClient = { ...wire, send: (request, signal) => wire.send({ timeoutMs, ...request }, signal) };
  // Starts may wait for uploads; checks must not wait for them.
  const [startLimit, checkLimit] = [pLimit(REQUESTS_AT_ONCE), pLimit(REQUESTS_AT_ONCE)];

  const share = shareUploads(fileCache);

  async function start(request: VideoRequest, maySend: MaySend, signal: AbortSignal): Promise<StartOutcome> {
    const model = modelOf(request);
    // What is uploaded for one model cannot be used by another.
    const account = accountOf('DASHSCOPE', { apiKey, baseUrl }, model);
    const upload = (file: InputFile) =>
      share({ account, sha256: file.sha256 }, () => uploadFile(client, file, model, signal));
    const given = await handOver(request.inputs, upload);
    if (given.kind !== 'handed-over') return given;
    const body = startBody(request, ({ assetId }) => given.addresses.get(assetId) ?? '');
    const store = given.usesStore ? { 'x-dashscope-ossresourceresolve': 'enable' } : {};
    const headers = { 'x-dashscope-async': 'enable', ...store, ...requestIdHeader(request.requestId) };
    // A permission that cannot be given leaves the other starts of the batch alone.
    const isPermitted = await maySend(request.startKey).catch(() => false);
    if (!isPermitted) return { kind: 'withheld' };
    const post = {
      action: 'start',
      method: 'POST',
      path: START_PATH,
      body,
      headers,
      timeoutMs: startTimeoutMs,
    } as const;
    const outcome = readStart(await client.send({ ...post, ownConnection: true }, signal));
    return doubtReferences(fileCache, outcome, given.remembered);
  }

  async function check(stored: Json, signal: AbortSignal): Promise<CheckOutcome> {
    const operation = operationSchema.safeParse(stored);
    if (!operation.success) return { kind: 'unanswered', message: UNREADABLE, retryAfterMs: null };
    const { taskId } = operation.data;
    return readCheck(await client.send({ action: 'check', method: 'GET', path: taskPath(taskId) }, signal), taskId);
  }

  async function cancel(stored: Json, signal: AbortSignal): Promise<CancelOutcome> {
    const operation = operationSchema.safeParse(stored);
    if (!operation.success) return { kind: 'unanswered', message: UNREADABLE };
    const path = `${taskPath(operation.data.taskId)}/cancel`;
    return readCancel(await client.send({ action: 'cancel', method: 'POST', path }, signal));
  }

  return {
    name: 'DASHSCOPE',
    capabilities: dashscopeCapabilities(price),
    freeSlots: () => null,
    start: (requests, maySend, signal) => startLimit.map(requests, (request) => start(request, maySend, signal)),
    check: (operations, signal) => checkLimit.map(operations, (operation) => check(operation, signal)),
    recover: (lost, signal) => recoverStart(client, lost, startTimeoutMs, signal),
    // The service calls nobody about a single task.
    readCallback: () => null,
    cancel,
    health: async (signal) =>
      readHealth(await client.send({ action: 'health', method: 'GET', path: listPath(1, 1, null) }, signal)),
    release: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => wire[Symbol.asyncDispose](),
  };
}
