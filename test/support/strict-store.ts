import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What the store does to one request instead of taking the file. */
export type StoreFault =
  /** Answers with this status once the body is there. */
  | { kind: 'status'; status: number; location?: string }
  /** Breaks the connection in the middle of the body. */
  | { kind: 'reset' }
  /** Takes the connection, and never reads nor answers. */
  | { kind: 'hang' };

/** A file as it was stored. */
type StoredObject = { path: string; bytes: number; sha256: string };

/**
 * A receiver as strict as S3 behind a presigned URL: it wants a length, and refuses chunked bodies, credentials and every
 * header that was not signed. Disposing ends it.
 */
export type StrictStore = AsyncDisposable & {
  origin: string;
  /** What becomes of the next requests, in order; after the last one they are judged by the rules alone. */
  faults: StoreFault[];
  /** What was stored, and why anything else was refused. */
  stored: StoredObject[];
  refusals: string[];
  /** Requests that came, of whatever end. */
  requests: number;
};

/** Only `host` is signed; `connection` and `content-length` belong to the transport. */
const ALLOWED_HEADERS = ['host', 'connection', 'content-length'];

/** Starts it. `signature` is what the query must hold. */
export async function openStrictStore(signature: string): Promise<StrictStore> {
  const server = createServer((request, response) => void receive(store, signature, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const store: StrictStore = {
    origin: `http://127.0.0.1:${portOf(server)}`,
    faults: [],
    stored: [],
    refusals: [],
    requests: 0,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return store;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function receive(
  store: StrictStore,
  signature: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  store.requests += 1;
  const fault = store.faults.shift() ?? null;
  if (fault?.kind === 'hang') return;
  const url = new URL(request.url ?? '', store.origin);
  const length = Number(request.headers['content-length']);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of request) {
      const chunk = Buffer.from(piece);
      hash.update(chunk);
      bytes += chunk.length;
      if (fault?.kind === 'reset' && bytes > length / 2) return void request.socket.destroy();
    }
  } catch {
    return;
  }
  if (fault?.kind === 'status') {
    return void response.writeHead(fault.status, fault.location ? { location: fault.location } : {}).end('<Error/>');
  }
  const refusal = refuse(request, url.searchParams.get('X-Amz-Signature') === signature, bytes);
  if (refusal !== null) {
    store.refusals.push(refusal.reason);
    return void response.writeHead(refusal.status).end();
  }
  store.stored.push({ path: url.pathname, bytes, sha256: hash.digest('hex') });
  response.writeHead(200).end();
}

function refuse({ method, headers }: IncomingMessage, isSigned: boolean, bytes: number) {
  const extra = Object.keys(headers).filter((name) => !ALLOWED_HEADERS.includes(name));
  if (method !== 'PUT') return { status: 405, reason: `${method} instead of PUT` };
  if (headers['transfer-encoding'] !== undefined) return { status: 501, reason: 'a chunked body' };
  if (headers['content-length'] === undefined) return { status: 411, reason: 'no length' };
  if (Number(headers['content-length']) !== bytes) return { status: 400, reason: 'another length' };
  if (extra.length > 0) return { status: 403, reason: `headers that were not signed: ${extra.join(', ')}` };
  return isSigned ? null : { status: 403, reason: 'no signature' };
}
