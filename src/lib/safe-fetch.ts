import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { request, type Agent, type Dispatcher } from 'undici';
import { checkUrl } from './check-url.js';
import {
  createGuardedAgent,
  ForbiddenAddressError,
  isCausedBy,
  NoPublicAddressError,
  type GuardedAgentOptions,
} from './guarded-agent.js';
import { limitBytes, TooManyBytesError } from './limit-bytes.js';

const MAX_REDIRECTS = 3;
const GONE = [401, 403, 404, 410];
const FORBIDDEN_ADDRESS = 'The URL leads to a private or reserved address.';
const NO_ADDRESS = 'The host of the URL has no address on the public internet.';

/** Bounds of a download. `allowPrivate` also admits http and any port: for tests and closed networks. */
export type FetchLimits = GuardedAgentOptions & {
  /** Absolute path of the file to write; it must not exist. After anything but `fetched` it does not exist either. */
  path: string;
  maxBytes: number;
  totalTimeoutMs: number;
  /** Longest silence while connecting, before the answer, and between two parts of it. */
  idleTimeoutMs: number;
  signal: AbortSignal;
};

/**
 * How a download ended. Every `reason` is a sentence for the person who gave the URL. `no-address`: the host is unknown, or
 * it is private; a name that is right may be unknown for a while. `gone`: the server is there, and says that it has no
 * such file, or none for us.
 */
export type FetchOutcome =
  | { kind: 'fetched'; bytes: number; contentType: string | null }
  | { kind: 'forbidden'; reason: string }
  | { kind: 'no-address'; reason: string }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'gone'; reason: string }
  | { kind: 'too-large'; reason: string };

/**
 * Downloads a URL that somebody else wrote into a file. The only way in which this program may do so: it goes to the
 * public internet only (`createGuardedAgent`), judges every redirect like a first URL, never sends a credential, never
 * unpacks, and never holds more than a piece of the body in memory.
 */
export async function fetchToFile(url: string, limits: FetchLimits): Promise<FetchOutcome> {
  const agent = createGuardedAgent(limits);
  const signal = AbortSignal.any([limits.signal, AbortSignal.timeout(limits.totalTimeoutMs)]);
  try {
    return await follow(url, agent, signal, limits);
  } catch (error) {
    return explain(error, signal, limits);
  } finally {
    await agent.destroy();
  }
}

async function follow(start: string, agent: Agent, signal: AbortSignal, limits: FetchLimits): Promise<FetchOutcome> {
  let target = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const checked = checkUrl(target, limits.allowPrivate);
    if (checked.kind === 'forbidden') return checked;
    const headers = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'reelay' };
    const response = await request(checked.url, { dispatcher: agent, signal, headers });
    const next = redirectTarget(response, checked.url);
    if (next === null) return await receive(response, signal, limits);
    response.body.on('error', () => undefined).destroy();
    target = next;
  }
  return { kind: 'unreachable', reason: `The URL redirects more than ${MAX_REDIRECTS} times.` };
}

function redirectTarget({ statusCode, headers }: Dispatcher.ResponseData, from: URL): string | null {
  const location = headers['location'];
  if (![301, 302, 303, 307, 308].includes(statusCode) || typeof location !== 'string') return null;
  return URL.canParse(location, from.href) ? new URL(location, from.href).href : location;
}

async function receive(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  signal: AbortSignal,
  { path, maxBytes }: FetchLimits,
): Promise<FetchOutcome> {
  const refusal = refuseAnswer(statusCode, headers, maxBytes);
  if (refusal !== null) {
    body.on('error', () => undefined).destroy();
    return refusal;
  }
  const counter = limitBytes(maxBytes);
  try {
    await pipeline(body, counter.stream, createWriteStream(path, { flags: 'wx' }), { signal });
  } catch (error) {
    if (!hasCode(error, ['EEXIST'])) await rm(path, { force: true });
    throw error;
  }
  const contentType = headers['content-type'];
  return { kind: 'fetched', bytes: counter.bytes(), contentType: typeof contentType === 'string' ? contentType : null };
}

function refuseAnswer(
  statusCode: number,
  headers: Dispatcher.ResponseData['headers'],
  maxBytes: number,
): FetchOutcome | null {
  if (statusCode !== 200) {
    const kind = GONE.includes(statusCode) ? 'gone' : 'unreachable';
    return { kind, reason: `The server answered with status ${statusCode}.` };
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return { kind: 'unreachable', reason: 'The server sent the file compressed, unasked.' };
  if (Number(headers['content-length'] ?? 0) > maxBytes) return tooLarge(maxBytes);
  return null;
}

function explain(error: unknown, signal: AbortSignal, limits: FetchLimits): FetchOutcome {
  if (isDiskError(error)) throw error;
  if (error instanceof TooManyBytesError) return tooLarge(limits.maxBytes);
  if (isCausedBy(ForbiddenAddressError, error)) return { kind: 'forbidden', reason: FORBIDDEN_ADDRESS };
  if (isCausedBy(NoPublicAddressError, error)) return { kind: 'no-address', reason: NO_ADDRESS };
  if (limits.signal.aborted) return { kind: 'unreachable', reason: 'The download was stopped.' };
  if (signal.aborted) return { kind: 'unreachable', reason: 'The download took too long.' };
  return { kind: 'unreachable', reason: 'The server could not be reached, or broke off its answer.' };
}

/** Trouble on our side, which the person who gave the URL can do nothing about. */
function isDiskError(error: unknown): boolean {
  return hasCode(error, ['EEXIST', 'ENOENT', 'ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE']);
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}

function tooLarge(maxBytes: number): FetchOutcome {
  return { kind: 'too-large', reason: `The file is larger than ${Math.floor(maxBytes / (1024 * 1024))} MB.` };
}
