import type { Readable } from 'node:stream';
import { request } from 'undici';
import { checkUrl } from './check-url.js';
import {
  createGuardedAgent,
  ForbiddenAddressError,
  isCausedBy,
  NoPublicAddressError,
  type GuardedAgentOptions,
} from './guarded-agent.js';

/** Bounds of an upload. `allowPrivate` also admits http and any port: for tests and closed networks. */
export type PutLimits = GuardedAgentOptions & {
  /** How many bytes the body has. */
  bytes: number;
  totalTimeoutMs: number;
  signal: AbortSignal;
};

/**
 * How an upload ended. `refused` stays refused; `unreachable` may be better next time. Every `reason` is a sentence for
 * the person who gave the URL, and holds nothing of it.
 */
export type PutOutcome =
  { kind: 'stored' } | { kind: 'refused'; reason: string } | { kind: 'unreachable'; reason: string };

/** Statuses that ask for patience (S3 answers 503 SlowDown); others from 400 to 499 stay as they are. */
const BUSY = [408, 425, 429];

/**
 * Sends bytes to a URL that somebody else wrote, whose query may hold a signature. It goes to the public internet only,
 * follows no redirect, as that would hand file and signature over, and sends no header but host, connection and a fixed
 * length: stores refuse chunked bodies, and headers that were not signed.
 */
export async function putSafely(url: string, body: Readable, limits: PutLimits): Promise<PutOutcome> {
  const checked = checkUrl(url, limits.allowPrivate);
  if (checked.kind === 'forbidden') {
    body.destroy();
    return { kind: 'refused', reason: checked.reason };
  }
  const agent = createGuardedAgent(limits);
  const signal = AbortSignal.any([limits.signal, AbortSignal.timeout(limits.totalTimeoutMs)]);
  try {
    const headers = { 'content-length': String(limits.bytes) };
    const response = await request(checked.url, { method: 'PUT', dispatcher: agent, signal, headers, body });
    response.body.on('error', () => undefined).destroy();
    return judge(response.statusCode);
  } catch (error) {
    return explain(error, signal, limits);
  } finally {
    body.destroy();
    await agent.destroy();
  }
}

function judge(status: number): PutOutcome {
  if (status >= 200 && status < 300) return { kind: 'stored' };
  const answered = `The server answered with status ${status}`;
  if (status >= 500 || BUSY.includes(status)) return { kind: 'unreachable', reason: `${answered}.` };
  if (status >= 300 && status < 400) return { kind: 'refused', reason: `${answered}, and redirects are not followed.` };
  if (status !== 403) return { kind: 'refused', reason: `${answered}.` };
  const hint = 'the URL may have expired, or be signed for headers that are not sent (only host is)';
  return { kind: 'refused', reason: `${answered}: ${hint}.` };
}

function explain(error: unknown, signal: AbortSignal, limits: PutLimits): PutOutcome {
  if (isCausedBy(ForbiddenAddressError, error)) {
    return { kind: 'refused', reason: 'The URL leads to a private or reserved address.' };
  }
  if (isCausedBy(NoPublicAddressError, error)) {
    return { kind: 'unreachable', reason: "The URL's name has no address on the public internet." };
  }
  if (limits.signal.aborted) return { kind: 'unreachable', reason: 'The upload was stopped.' };
  if (signal.aborted) return { kind: 'unreachable', reason: 'The upload took too long.' };
  return { kind: 'unreachable', reason: 'The server could not be reached, or broke the upload off.' };
}
