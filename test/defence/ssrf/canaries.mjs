import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createHttpsServer } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const TLS_PORTS = [443, 8443];
/** What stands in private networks and is worth a visit. */
const OTHER_PORTS = [
  21, 22, 23, 25, 80, 111, 389, 445, 1433, 2375, 3000, 3128, 3306, 5000, 5432, 6379, 8000, 8080, 9000,
];

/**
 * Listeners on every address there is, as all of them are this machine's. Each connection is written down before anything is
 * said on it. On the ports of https stands a site that
 * - redirects: `/redirect/<status>/<further hops>?to=<url>`,
 * - has a video: `/clip.mp4`,
 * - and nothing else.
 * @param {{ directory: string, clipPath: string }} files `directory` has certificate.pem and key.pem
 */
export async function startCanaries({ directory, clipPath }) {
  /** The addresses that were connected to, with their ports. @type {Set<string>} */
  const hits = new Set();
  /** What was asked for: method, host and path. @type {Set<string>} */
  const requests = new Set();
  const [cert, key, clip] = [join(directory, 'certificate.pem'), join(directory, 'key.pem'), clipPath].map((path) =>
    readFileSync(path),
  );

  const site = createHttpsServer({ cert, key }, (request, response) => {
    const url = new URL(request.url ?? '/', 'https://site.example');
    requests.add(`${request.method} ${request.headers.host} ${url.pathname}`);
    request.resume();
    response.setHeader('connection', 'close');
    const [, what, status = '302', hops = '0'] = url.pathname.split('/');
    if (what === 'clip.mp4') return void response.writeHead(200, { 'content-type': 'video/mp4' }).end(clip);
    if (what !== 'redirect') return void response.writeHead(404).end();
    const further = `/redirect/${status}/${Number(hops) - 1}${url.search}`;
    const location = hops === '0' ? (url.searchParams.get('to') ?? '') : further;
    response.writeHead(Number(status), { location }).end();
  });
  site.on('tlsClientError', () => undefined);

  const servers = [...TLS_PORTS, ...OTHER_PORTS].map((port) => {
    const server = createServer((socket) => {
      const address = (socket.localAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
      hits.add(`${address} ${port}`);
      socket.on('error', () => undefined);
      if (TLS_PORTS.includes(port)) site.emit('connection', socket);
      else socket.end('This is internal.\r\n');
    });
    return { port, server };
  });
  for (const { port, server } of servers) {
    server.listen(port, '::');
    await once(server, 'listening');
  }

  return {
    hits,
    requests,
    /** Waits until everything has been asked for. @param {readonly string[]} wanted */
    async untilAsked(wanted) {
      while (!wanted.every((each) => requests.has(each))) await sleep(50);
    },
    close() {
      for (const { server } of servers) server.close();
    },
  };
}
