import pLimit from 'p-limit';
import type { Json } from '../../lib/json.js';
import { requestIdHeader } from '../../lib/trail.js';
import type { FileCache } from '../file-cache.js';
import type {
  CheckOutcome,
  HealthOutcome,
  InputFile,
  MaySend,
  PricePerSecond,
  StartOutcome,
  VideoProvider,
  VideoRequest,
} from '../provider.js';
import { accountOf, doubtReferences, shareUploads } from '../shared-uploads.js';
import { createUpstreamClient, type WatchUpstream } from '../upstream-client.js';
import { upstreamError } from '../upstream-error.js';
import { evolinkCapabilities } from './capabilities.js';
import { readCheck } from './check-task.js';
import { handOver } from './hand-over.js';
import { readHealth } from './read-health.js';
import { readStart, readStarted } from './read-start.js';
import { startBody } from './start-body.js';
import { uploadFile } from './upload.js';
import { operationSchema } from './wire.js';

export type EvolinkOptions = {
  apiKey: string;
  /** Of the API, such as https://api.evolink.ai, without a slash at its end. */
  baseUrl: string;
  /** Of the Files API. Default https://files-api.evolink.ai. */
  filesBaseUrl?: string;
  price: PricePerSecond;
  fileCache: FileCache;
  /** Default: nobody is told. */
  watch?: WatchUpstream;
  /** How long one answer may take. Default 30,000. */
  timeoutMs?: number;
};

const REQUESTS_AT_ONCE = 8;

/**
 * EvoLink (docs.evolink.ai): one task per request, looked up one at a time. It honours no idempotency key and lists no
 * tasks, so a start whose answer was lost can only be settled by its callback.
 */
export function createEvolink(options: EvolinkOptions): VideoProvider & AsyncDisposable {
  const { apiKey, baseUrl, filesBaseUrl = 'https://files-api.evolink.ai', price, timeoutMs = 30_000 } = options;
  const { fileCache } = options;
  const watch = options.watch === undefined ? {} : { watch: options.watch };
  const access = { headers: { authorization: `Bearer ${apiKey}` }, secrets: [apiKey], ...watch };
  const client = createUpstreamClient({ baseUrl, ...access });
  const filesClient = createUpstreamClient({ baseUrl: filesBaseUrl, ...access });
  const account = accountOf('EVOLINK', { apiKey, baseUrl: filesBaseUrl });
  const share = shareUploads(fileCache);
  const limit = pLimit(REQUESTS_AT_ONCE);

  async function start(request: VideoRequest, maySend: MaySend, signal: AbortSignal): Promise<StartOutcome> {
    const upload = (file: InputFile) =>
      share({ account, sha256: file.sha256 }, () => uploadFile(filesClient, file, signal));
    const handed = await handOver(request.inputs, upload);
    if (handed.kind !== 'handed') return handed;
    const body = startBody(request, handed.urls);
    const permission = await maySend(request.startKey).catch(() => null);
    // A start that cannot be noted down is not sent, and the others of this batch still get their outcomes.
    if (permission === null) return unnoted();
    if (!permission) return { kind: 'withheld' };
    const headers = requestIdHeader(request.requestId);
    const post = {
      action: 'start',
      method: 'POST',
      path: '/v1/videos/generations',
      body,
      headers,
      timeoutMs,
      ownConnection: true,
    } as const;
    return doubtReferences(fileCache, readStart(await client.send(post, signal)), handed.remembered);
  }

  async function check(stored: Json, signal: AbortSignal): Promise<CheckOutcome> {
    const operation = operationSchema.safeParse(stored);
    if (!operation.success) {
      return { kind: 'unanswered', message: 'The stored operation cannot be read.', retryAfterMs: null };
    }
    const path = `/v1/tasks/${encodeURIComponent(operation.data.taskId)}`;
    return readCheck(operation.data, await client.send({ action: 'check', method: 'GET', path, timeoutMs }, signal));
  }

  async function health(signal: AbortSignal): Promise<HealthOutcome> {
    return readHealth(await client.send({ action: 'health', method: 'GET', path: '/v1/credits', timeoutMs }, signal));
  }

  return {
    name: 'EVOLINK',
    capabilities: evolinkCapabilities(price),
    freeSlots: () => null,
    start: (requests, maySend, signal) =>
      Promise.all(requests.map((request) => limit(() => start(request, maySend, signal)))),
    check: (operations, signal) => Promise.all(operations.map((operation) => limit(() => check(operation, signal)))),
    recover: () => Promise.resolve(null),
    readCallback: readStarted,
    cancel: () => Promise.resolve({ kind: 'runs-on' }),
    health,
    release: () => Promise.resolve(),
    async [Symbol.asyncDispose]() {
      await Promise.all([client[Symbol.asyncDispose](), filesClient[Symbol.asyncDispose]()]);
    },
  };
}

function unnoted(): StartOutcome {
  const message = 'The gateway could not note down that this start is being sent, so it did not send it.';
  const error = upstreamError('EVOLINK', { code: 'INTERNAL', message, providerCode: null, billed: false });
  return { kind: 'busy', retryAfterMs: 5_000, error };
}
