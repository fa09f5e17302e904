import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { request, type Agent, type Dispatcher } from 'undici';
import { checkUrl } from './check-url.js';
import {
  createGuardedAgent,
  ForbiddenAddressError,
  isCausedBy,
  NoPublicAddressError,
  type GuardedAgentOptions,
} from './guarded-agent.js';
import { TooManyBytesError } from './limit-bytes.js';
import { headersForRest, isRest, receiveBody, type Received } from './receive-body.js';

const MAX_REDIRECTS = 3;
const GONE = [401, 403, 404, 410];
/** Before a transfer is taken up again; longer each time. */
const RESUME_AFTER_MS = 250;
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
  /** How often a transfer that breaks off is taken up again. */
  maxResumes: number;
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
 * unpacks, and never holds more than a piece of the body in memory. A transfer that breaks off is taken up where it ended
 * when the server can prove that the file is still the same, and otherwise from the beginning.
 */
export async function fetchToFile(url: string, limits: FetchLimits): Promise<FetchOutcome> {
  const agent = createGuardedAgent(limits);
  const signal = AbortSignal.any([limits.signal, AbortSignal.timeout(limits.totalTimeoutMs)]);
  const received: Received = { isOurs: false, bytes: 0, validator: null };
  let isKept = false;
  try {
    for (let resumes = 0; ; resumes += 1) {
      const outcome = await attempt(url, { agent, signal, limits, received });
      isKept = outcome.kind === 'fetched';
      const isBrokenOff = outcome.kind === 'unreachable' && received.isOurs && !signal.aborted;
      if (!isBrokenOff || resumes === limits.maxResumes) return outcome;
      await wait(RESUME_AFTER_MS * 2 ** resumes, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await agent.destroy();
    if (received.isOurs && !isKept) await rm(limits.path, { force: true });
  }
}

type Transfer = { agent: Agent; signal: AbortSignal; limits: FetchLimits; received: Received };

function attempt(url: string, transfer: Transfer): Promise<FetchOutcome> {
  return follow(url, transfer).catch((error: unknown) => explain(error, transfer.signal, transfer.limits));
}

async function follow(start: string, { agent, signal, limits, received }: Transfer): Promise<FetchOutcome> {
  let target = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const checked = checkUrl(target, limits.allowPrivate);
    if (checked.kind === 'forbidden') return checked;
    const plain = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'reelay' };
    const headers = { ...plain, ...headersForRest(received) };
    const response = await request(checked.url, { dispatcher: agent, signal, headers });
    const next = redirectTarget(response, checked.url);
    if (next === null) return await receive(response, limits, received);
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
  response: Dispatcher.ResponseData,
  limits: FetchLimits,
  received: Received,
): Promise<FetchOutcome> {
  const refusal = refuseAnswer(response, limits.maxBytes, received);
  if (refusal !== null) {
    response.body.on('error', () => undefined).destroy();
    // Whatever is wrong with the rest, the whole file may be right.
    received.validator = null;
    return refusal;
  }
  await receiveBody(response, limits, received);
  const contentType = response.headers['content-type'];
  return { kind: 'fetched', bytes: received.bytes, contentType: typeof contentType === 'string' ? contentType : null };
}

function refuseAnswer(response: Dispatcher.ResponseData, maxBytes: number, received: Received): FetchOutcome | null {
  const { statusCode, headers } = response;
  if (statusCode !== 200 && !isRest(response, received)) {
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
