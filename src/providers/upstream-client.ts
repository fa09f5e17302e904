import { Readable } from 'node:stream';
import { Agent, type Dispatcher, type FormData } from 'undici';

/** A body that is made while it is sent. */
export type BodyStream = {
  contentType: string;
  /** Of the whole body. */
  bytes: number;
  pieces: () => AsyncIterable<Buffer>;
};

/** What a request is for. */
export type UpstreamAction = 'start' | 'check' | 'recover' | 'cancel' | 'upload' | 'health';

/** Is told of every request: makes it, and passes its answer on. */
export type WatchUpstream = (action: UpstreamAction, send: () => Promise<UpstreamAnswer>) => Promise<UpstreamAnswer>;

/** One request to an upstream service. */
export type UpstreamRequest = {
  action: UpstreamAction;
  method: 'GET' | 'POST';
  /** From the root of the service's base URL, with its query. */
  path: string;
  /** Sent as JSON; absent sends none. */
  body?: unknown;
  /**
   * Sent as multipart/form-data instead of `body`: undici's FormData, not the global one. A file in it should come from
   * `openAsBlob`, so that it is read while it is sent.
   */
  form?: FormData;
  /** Sent instead of `body`. */
  stream?: BodyStream;
  headers?: Readonly<Record<string, string>>;
  /** From the first byte to the last. Default 30,000. */
  timeoutMs?: number;
  /**
   * Whether a connection of its own is opened. One that is kept may be closed by the service at the very moment of the
   * send, and then nobody knows whether the request arrived: no risk to take for what is paid.
   */
  ownConnection?: boolean;
};

/**
 * What came of a request. `answered` has any status, and a body that was JSON (null where there was none, or a refusal
 * in another format). `not-sent` proves that the service got nothing. `lost`: the request may have arrived, and nobody
 * knows what came of it.
 */
export type UpstreamAnswer =
  | { kind: 'answered'; status: number; body: unknown; retryAfterMs: number | null }
  | { kind: 'not-sent'; message: string }
  | { kind: 'lost'; message: string };

/** A service at the other end of a wire. Disposing closes its connections. */
export type UpstreamClient = AsyncDisposable & {
  send(request: UpstreamRequest, signal: AbortSignal): Promise<UpstreamAnswer>;
};

export type UpstreamClientOptions = {
  /** Without a slash at its end. */
  baseUrl: string;
  /** Sent with every request: the key is among them. They go to `baseUrl` only, as redirects are not followed. */
  headers: Readonly<Record<string, string>>;
  /** Texts that are taken out of every answer: some services repeat a wrong key in their complaint. */
  secrets?: readonly string[];
  /** Default: nobody is told. */
  watch?: WatchUpstream;
};

const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
const DEFAULT_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;
const CONNECTIONS = 64;
const ACCEPT_JSON = { accept: 'application/json', 'accept-encoding': 'identity' };

/** Errors before a connection stood: no byte of the request had left. Names as Node and undici have them. */
const NOT_CONNECTED = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);

/**
 * Opens a client of a service that speaks JSON over HTTP. It never repeats a request, never follows a redirect (the key
 * must not travel), and never holds an answer of more than 8 MB.
 */
export function createUpstreamClient(options: UpstreamClientOptions): UpstreamClient {
  const { baseUrl, headers, secrets = [], watch = (_action, send) => send() } = options;
  const agent = new Agent({ connections: CONNECTIONS, connect: { timeout: CONNECT_TIMEOUT_MS } });
  const oneTimeAgent = new Agent({ pipelining: 0, connect: { timeout: CONNECT_TIMEOUT_MS } });
  const closing = new AbortController();
  const { origin, pathname } = new URL(baseUrl);
  const root = pathname.replace(/\/+$/, '');

  async function send(request: UpstreamRequest, outer: AbortSignal): Promise<UpstreamAnswer> {
    if (outer.aborted || closing.signal.aborted) return { kind: 'not-sent', message: 'The gateway is shutting down.' };
    const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const signal = AbortSignal.any([outer, closing.signal, AbortSignal.timeout(timeoutMs)]);
    const { about, body } = bodyOf(request);
    try {
      const response = await (request.ownConnection === true ? oneTimeAgent : agent).request({
        origin,
        path: `${root}${request.path}`,
        method: request.method,
        headers: { ...ACCEPT_JSON, ...about, ...headers, ...request.headers },
        body,
        signal,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      });
      return await read(response, secrets);
    } catch (error) {
      return isNotConnected(error)
        ? { kind: 'not-sent', message: `No connection to ${origin}: ${reasonOf(error)}` }
        : { kind: 'lost', message: `No complete answer from ${origin}: ${reasonOf(error)}` };
    }
  }

  return {
    send: (request, signal) => watch(request.action, () => send(request, signal)),
    async [Symbol.asyncDispose]() {
      // An agent without keep-alive forgets its connections after their first request: destroying it ends none of them.
      closing.abort();
      await Promise.all([agent.destroy(), oneTimeAgent.destroy()]);
    },
  };
}

/** The body of a request, and the headers about it. */
function bodyOf({ body, form, stream }: UpstreamRequest) {
  if (stream !== undefined) {
    const about = { 'content-type': stream.contentType, 'content-length': String(stream.bytes) };
    return { about, body: Readable.from(stream.pieces(), { objectMode: false }) };
  }
  // undici names the content type of a form itself, as the boundary is part of it.
  if (form !== undefined) return { about: {}, body: form };
  if (body === undefined) return { about: {}, body: null };
  return { about: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function read(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  secrets: readonly string[],
): Promise<UpstreamAnswer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Error(`it is larger than ${MAX_ANSWER_BYTES} bytes`);
  }
  const text = Buffer.concat(pieces).toString('utf8');
  // Object stores answer an upload with an empty body.
  const parsed = bytes === 0 ? null : parseJson(text, secrets);
  // A success that cannot be read says as little as none.
  if (statusCode < 300 && parsed === undefined) return { kind: 'lost', message: 'The answer is not JSON.' };
  const retryAfterMs = readRetryAfter(headers['retry-after']);
  return { kind: 'answered', status: statusCode, body: parsed ?? null, retryAfterMs };
}

/** Undefined when it is no JSON. */
function parseJson(text: string, secrets: readonly string[]): unknown {
  const plain = withoutSecrets(text, secrets);
  try {
    // A second time in each value, as the secret may have come with escapes.
    return JSON.parse(plain, (_name, value: unknown) =>
      typeof value === 'string' ? withoutSecrets(value, secrets) : value,
    );
  } catch {
    return undefined;
  }
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => (secret === '' ? rest : rest.replaceAll(secret, '[redacted]')), text);
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). */
function readRetryAfter(header: string | string[] | undefined): number | null {
  if (typeof header !== 'string' || header === '') return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), 3_600_000) : null;
}

function isNotConnected(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(isNotConnected);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && NOT_CONNECTED.has(error.code);
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
