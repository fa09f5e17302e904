import { Buffer } from 'node:buffer';
import { request, type Dispatcher } from 'undici';
import { checkUrl } from './check-url.js';
import {
  createGuardedAgent,
  ForbiddenAddressError,
  isCausedBy,
  NoPublicAddressError,
  type GuardedAgentOptions,
} from './guarded-agent.js';
import { toStorable } from './storable-text.js';

/** How much of an answer is read, and how much of that is kept. */
const MAX_READ_BYTES = 64 * 1024;
const EXCERPT_BYTES = 1024;

/** Bounds of a call. `allowPrivate` also admits http and any port: for tests and closed networks. */
export type PostLimits = GuardedAgentOptions & { totalTimeoutMs: number; signal: AbortSignal };

/**
 * How a call ended. `answered`: with this status, whatever it is; `excerpt` is the first kilobyte of the answer, as far as
 * it came, and `retryAfterMs` what the receiver asked for. Every `reason` is a sentence for the person who gave the URL,
 * and holds nothing of it.
 */
export type PostOutcome =
  | { kind: 'answered'; status: number; excerpt: string; retryAfterMs: number | null }
  | { kind: 'unanswered'; reason: string };

/**
 * Sends a text to a URL that somebody else wrote. It goes to the public internet only, follows no redirect, as that would
 * hand the text to somebody else, and never holds more than a few kilobytes of the answer. The status is what counts: an
 * answer that breaks off behind it is an answer.
 */
export async function postSafely(
  url: string,
  body: string,
  headers: Record<string, string>,
  limits: PostLimits,
): Promise<PostOutcome> {
  const checked = checkUrl(url, limits.allowPrivate);
  if (checked.kind === 'forbidden') return { kind: 'unanswered', reason: checked.reason };
  const agent = createGuardedAgent(limits);
  const signal = AbortSignal.any([limits.signal, AbortSignal.timeout(limits.totalTimeoutMs)]);
  try {
    const response = await request(checked.url, { method: 'POST', dispatcher: agent, signal, headers, body });
    const excerpt = await readExcerpt(response);
    const retryAfterMs = readRetryAfter(response.headers['retry-after'], Date.now());
    return { kind: 'answered', status: response.statusCode, excerpt, retryAfterMs };
  } catch (error) {
    return { kind: 'unanswered', reason: explain(error, signal, limits) };
  } finally {
    await agent.destroy();
  }
}

async function readExcerpt({ body }: Dispatcher.ResponseData): Promise<string> {
  const kept: Uint8Array[] = [];
  let read = 0;
  try {
    for await (const piece of body) {
      if (!(piece instanceof Uint8Array)) throw new TypeError('A body comes in bytes.');
      if (read < EXCERPT_BYTES) kept.push(piece.subarray(0, EXCERPT_BYTES - read));
      read += piece.length;
      if (read >= MAX_READ_BYTES) break;
    }
  } catch {
    // What came before it broke off is told.
  }
  body.on('error', () => undefined).destroy();
  // A character that the limit cuts in two is left out.
  return toStorable(new TextDecoder().decode(Buffer.concat(kept), { stream: true }));
}

/** Seconds, or a date as HTTP writes it; null when it is neither, or not given. */
function readRetryAfter(header: string | string[] | undefined, nowMs: number): number | null {
  if (typeof header !== 'string') return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const date = header.endsWith('GMT') ? Date.parse(header) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}

function explain(error: unknown, signal: AbortSignal, limits: PostLimits): string {
  if (isCausedBy(ForbiddenAddressError, error)) return 'The URL leads to a private or reserved address.';
  if (isCausedBy(NoPublicAddressError, error)) return "The URL's name has no address on the public internet.";
  if (limits.signal.aborted) return 'The call was stopped.';
  if (signal.aborted) return `There was no answer within ${limits.totalTimeoutMs / 1000} seconds.`;
  if (isCertificateError(error)) return "The server's certificate is not valid for this address.";
  return 'The server could not be reached, or broke off before it answered.';
}

function isCertificateError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_(VERIFY|GET)/.test(code);
}
