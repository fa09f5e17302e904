import pLimit from 'p-limit';
import type { FileCache } from '../file-cache.js';
import type { InputFile, PricePerSecond, StartOutcome, VideoProvider, VideoRequest } from '../provider.js';
import { accountOf, doubtReferences, shareUploads } from '../shared-uploads.js';
import { upstreamError } from '../upstream-error.js';
import { runwareCapabilities } from './capabilities.js';
import { createCheck } from './check.js';
import { handOver } from './hand-over.js';
import { askHealth } from './health.js';
import { readCallback } from './read-callback.js';
import { recoverStart, type PreparedStart } from './recover.js';
import { createRunwareClient } from './runware-client.js';
import { startBody } from './start-body.js';
import { sendStarts } from './start.js';
import { uploadFile } from './upload.js';
import type { WatchUpstream } from '../upstream-client.js';

export type RunwareOptions = {
  apiKey: string;
  /** https://api.runware.ai/v1 */
  baseUrl: string;
  /** US dollars for a second of video, input and output (runware.ai/docs/models/alibaba-wan2-7). */
  price: PricePerSecond;
  fileCache: FileCache;
  /** Default: nobody is told. */
  watch?: WatchUpstream;
  /** For one request to the endpoint. Default 30,000. */
  timeoutMs?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
};

const PREPARED_AT_ONCE = 8;
/** So that large files do not slow each other down. */
const UPLOADS_AT_ONCE = 4;

/**
 * Runware as a provider. Its one endpoint takes an array of tasks whose UUIDs the client chooses: the start key is the
 * UUID, so a start can be sent again without being paid twice. Nothing can be stopped once it is accepted.
 */
export function createRunware(options: RunwareOptions): VideoProvider & AsyncDisposable {
  const { apiKey, baseUrl, price, fileCache, timeoutMs = 30_000, now = Date.now } = options;
  const told = options.watch === undefined ? {} : { watch: options.watch };
  const client = createRunwareClient({ apiKey, baseUrl, timeoutMs, ...told });
  const capabilities = runwareCapabilities(price);
  const account = accountOf('RUNWARE', { apiKey, baseUrl });
  const share = shareUploads(fileCache);
  const uploads = pLimit(UPLOADS_AT_ONCE);
  const { check } = createCheck(client, now);

  async function prepare(request: VideoRequest, signal: AbortSignal): Promise<PreparedStart | StartOutcome> {
    if (!capabilities.modes.includes(request.mode)) return refuseMode(request);
    const upload = (file: InputFile) =>
      share({ account, sha256: file.sha256 }, () => uploads(() => uploadFile(client, file, signal)));
    const handed = await handOver(request.inputs, upload);
    if (handed.kind !== 'ready') return handed;
    return { kind: 'ready', task: startBody(request, handed.inputs), remembered: handed.remembered };
  }

  return {
    name: 'RUNWARE',
    capabilities,
    freeSlots: () => null,
    async start(requests, maySend, signal) {
      const limit = pLimit(PREPARED_AT_ONCE);
      const prepared = await Promise.all(requests.map((request) => limit(() => prepare(request, signal))));
      const ready = prepared.filter((each) => each.kind === 'ready');
      const outcomes = await sendStarts(
        client,
        ready.map(({ task }) => task),
        maySend,
        new Map(requests.map(({ startKey, requestId }) => [startKey, requestId])),
        signal,
      );
      return Promise.all(
        prepared.map(async (each): Promise<StartOutcome> => {
          if (each.kind !== 'ready') return each;
          const outcome = outcomes[ready.indexOf(each)];
          if (outcome !== undefined) return doubtReferences(fileCache, outcome, each.remembered);
          return { kind: 'unknown', message: 'Runware gave no answer for this task.' };
        }),
      );
    },
    check,
    recover: (lost, signal) =>
      recoverStart(lost, { client, now, fileCache, prepare: () => prepare(lost.request, signal) }, signal),
    readCallback,
    // There is no task that cancels, and closing a connection stops neither work nor bill (runware.ai/docs).
    cancel: () => Promise.resolve({ kind: 'runs-on' }),
    health: (signal) => askHealth(client, signal),
    release: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => client[Symbol.asyncDispose](),
  };
}

function refuseMode({ mode }: VideoRequest): StartOutcome {
  const message = `RUNWARE does not do ${mode}.`;
  const error = upstreamError('RUNWARE', { code: 'INVALID_INPUT', message, providerCode: null, billed: false });
  return { kind: 'refused', error, answer: null };
}
