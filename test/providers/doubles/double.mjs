import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';

/**
 * A request that a double got. `action` is what the double takes it for: 'start', 'check', 'list', 'cancel', 'upload',
 * 'health', 'download' or 'unknown'.
 * @typedef {{ action: string, method: string, path: string, search: string, query: URLSearchParams, headers: import('node:http').IncomingHttpHeaders, body: any, raw: Buffer }} DoubleRequest
 */

/** @typedef {{ status: number, body?: unknown, headers?: Record<string, string>, file?: string }} DoubleAnswer */

/**
 * What goes wrong with the next requests of one action.
 * - `drop`: the socket is reset. `stall`: no answer ever comes. `slow`: the answer comes a byte at a time, `everyMs`
 *   apart. `truncate`: half of the answer, well framed. `huge`: 10 MB of JSON. `answer`: another answer.
 * - `when` 'after' (default): the double has done what was asked, a start is accepted and paid. 'before': it has not.
 * @typedef {{ action: string, times?: number, when?: 'before' | 'after', matches?: (request: DoubleRequest) => boolean } & (
 *   { how: 'drop' } | { how: 'stall' } | { how: 'slow', everyMs: number } | { how: 'truncate' } | { how: 'huge' } |
 *   { how: 'answer', answer: DoubleAnswer })} Fault
 */

/**
 * @typedef {{
 *   url: string,
 *   requests: DoubleRequest[],
 *   count: (action: string) => number,
 *   fail: (fault: Fault) => void,
 *   heal: () => void,
 *   [Symbol.asyncDispose]: () => Promise<void>,
 * }} DoubleServer
 */

/**
 * A real HTTP server that plays an upstream service: `actionOf` names each request, `handle` answers it by the service's
 * documented protocol, and faults that a test asks for come in between.
 * @param {{ port?: number, actionOf: (request: Omit<DoubleRequest, 'action'>) => string,
 *   handle: (request: DoubleRequest, url: string) => DoubleAnswer | Promise<DoubleAnswer> }} options
 * @returns {Promise<DoubleServer>}
 */
export async function startDouble({ port = 0, actionOf, handle }) {
  /** @type {DoubleRequest[]} */
  const requests = [];
  /** @type {(Fault & { left: number })[]} */
  let faults = [];
  let url = '';

  /** @param {DoubleRequest} request @returns {Fault | null} */
  function takeFault(request) {
    const fault = faults.find(
      (each) => each.action === request.action && each.left > 0 && (each.matches?.(request) ?? true),
    );
    if (fault === undefined) return null;
    fault.left -= 1;
    return fault;
  }

  /** @param {import('node:http').IncomingMessage} incoming @param {import('node:http').ServerResponse} response */
  async function serve(incoming, response) {
    try {
      const request = await readRequest(incoming, actionOf);
      requests.push(request);
      const fault = takeFault(request);
      const answer = fault?.when === 'before' ? { status: 200, body: {} } : await handle(request, url);
      await play(response, answer, fault);
    } catch (error) {
      response.destroy(error instanceof Error ? error : undefined);
    }
  }

  const server = createServer((incoming, response) => void serve(incoming, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The double has no port.');
  url = `http://127.0.0.1:${address.port}`;

  return {
    url,
    requests,
    count: (action) => requests.filter((request) => request.action === action).length,
    fail: (fault) => void faults.push({ ...fault, left: fault.times ?? 1 }),
    heal: () => void (faults = []),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** @param {import('node:http').IncomingMessage} incoming @param {(request: Omit<DoubleRequest, 'action'>) => string} actionOf */
async function readRequest(incoming, actionOf) {
  const pieces = [];
  for await (const piece of incoming) pieces.push(piece);
  const raw = Buffer.concat(pieces);
  const { pathname, search, searchParams } = new URL(incoming.url ?? '/', 'http://double');
  const request = {
    method: incoming.method ?? 'GET',
    path: pathname,
    // As it came, for signatures over the exact text.
    search,
    query: searchParams,
    headers: incoming.headers,
    body: parse(raw),
    raw,
  };
  return { ...request, action: actionOf(request) };
}

/** @param {Buffer} raw */
function parse(raw) {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return null;
  }
}

/** @param {import('node:http').ServerResponse} response @param {DoubleAnswer} answer @param {Fault | null} fault */
async function play(response, answer, fault) {
  switch (fault?.how) {
    case 'drop':
      response.socket?.resetAndDestroy();
      return;
    case 'stall':
      return;
    case 'huge':
      return send(response, { status: 200, body: { padding: 'x'.repeat(10 * 1024 * 1024) } });
    case 'truncate': {
      const text = JSON.stringify(answer.body ?? {});
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(text.slice(0, Math.floor(text.length / 2)));
      return;
    }
    case 'slow':
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      for (const character of JSON.stringify(answer.body ?? {})) {
        if (response.destroyed) return;
        response.write(character);
        await new Promise((resolve) => setTimeout(resolve, fault.everyMs));
      }
      response.end();
      return;
    case 'answer':
      return send(response, fault.answer);
    default:
      return send(response, answer);
  }
}

/** @param {import('node:http').ServerResponse} response @param {DoubleAnswer} answer */
async function send(response, { status, body, headers = {}, file }) {
  if (file !== undefined) {
    const { size } = await stat(file);
    response.writeHead(status, { 'content-type': 'video/mp4', 'content-length': size, ...headers });
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
}
