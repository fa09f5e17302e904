import pLimit from 'p-limit';
import type { PricePerSecond, StartOutcome, VideoProvider, VideoRequest } from '../provider.js';
import { upstreamError } from '../upstream-error.js';
import { runwareCapabilities } from './capabilities.js';
import { createCheck } from './check.js';
import { createHandOver } from './hand-over.js';
import { askHealth } from './health.js';
import { readCallback } from './read-callback.js';
import { recoverStart } from './recover.js';
import { createRunwareClient } from './runware-client.js';
import { startBody } from './start-body.js';
import { sendStarts } from './start.js';
import type { RunwareTask } from './wire.js';

export type RunwareOptions = {
  apiKey: string;
  /** https://api.runware.ai/v1 */
  baseUrl: string;
  /** US dollars for a second of video, input and output (runware.ai/docs/models/alibaba-wan2-7). */
  price: PricePerSecond;
  /** For one request to the endpoint. Default 30,000. */
  timeoutMs?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
};

const PREPARED_AT_ONCE = 8;

/**
 * Runware as a provider. Its one endpoint takes an array of tasks whose UUIDs the client chooses: the start key is the
 * UUID, so a start can be sent again without being paid twice. Nothing can be stopped once it is accepted.
 */
export function createRunware(options: RunwareOptions): VideoProvider & AsyncDisposable {
  const { apiKey, baseUrl, price, timeoutMs = 30_000, now = Date.now } = options;
  const client = createRunwareClient({ apiKey, baseUrl, timeoutMs });
  const capabilities = runwareCapabilities(price);
  const openHandOver = createHandOver(client);
  const { check } = createCheck(client, now);

  async function prepare(
    request: VideoRequest,
    handOver: ReturnType<typeof openHandOver>,
  ): Promise<RunwareTask | StartOutcome> {
    if (!capabilities.modes.includes(request.mode)) return refuseMode(request);
    const handedOver = await handOver(request.inputs);
    return handedOver.kind === 'trouble' ? handedOver.outcome : startBody(request, handedOver.inputs);
  }

  return {
    name: 'RUNWARE',
    capabilities,
    freeSlots: () => null,
    async start(requests, maySend, signal) {
      const handOver = openHandOver(signal);
      const limit = pLimit(PREPARED_AT_ONCE);
      const prepared = await Promise.all(requests.map((request) => limit(() => prepare(request, handOver))));
      const tasks = prepared.filter((each): each is RunwareTask => 'taskType' in each);
      const outcomes = await sendStarts(client, tasks, maySend, signal);
      return prepared.map((each) => {
        if (!('taskType' in each)) return each;
        return outcomes[tasks.indexOf(each)] ?? { kind: 'unknown', message: 'Runware gave no answer for this task.' };
      });
    },
    check,
    recover: (lost, signal) =>
      recoverStart(lost, { client, now, rebuild: () => prepare(lost.request, openHandOver(signal)) }, signal),
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
