import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/**
 * What came in under one `webhook-id`: the event, the hash of each body, and how often it came after it was taken.
 * @typedef {{ taskId: string, version: number, type: string, bodies: Set<string>, taken: number, refused: number, badSignatures: number }} Received
 */

/** Part of the messages that are refused, and part of those whose answer is lost, as the connection breaks. */
const REFUSED_SHARE = 0.03;
const LOST_SHARE = 0.03;

/**
 * A receiver that keeps book, and has trouble of its own as the dice want it.
 * @param {() => number} random
 */
export async function startReceiver(random) {
  /** @type {Map<string, Received>} */
  const book = new Map();
  /** @type {string | null} */
  let secret = null;
  /** @type {(() => void)[]} */
  const waiting = [];

  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const id = String(request.headers['webhook-id']);
      const message = JSON.parse(body);
      const { task, version } = message.data;
      const known = book.get(id) ?? newEntry(task.id, version, message.type);
      book.set(id, known);
      known.bodies.add(createHash('sha256').update(body).digest('hex'));
      if (!isSigned(secret, request.headers, body)) known.badSignatures += 1;
      for (const resolve of waiting.splice(0)) resolve();
      const dice = random();
      if (dice < REFUSED_SHARE + LOST_SHARE) known.refused += 1;
      else known.taken += 1;
      if (dice < REFUSED_SHARE) return void response.writeHead(503).end('not now');
      if (dice < REFUSED_SHARE + LOST_SHARE) return void response.destroy();
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    book,
    /** @param {string} text */
    expectSecret(text) {
      secret = text;
    },
    /** Resolves when the next message comes in. @returns {Promise<void>} */
    nextMessage: () => new Promise((resolve) => waiting.push(resolve)),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @param {string} taskId @param {number} version @param {string} type @returns {Received} */
function newEntry(taskId, version, type) {
  return { taskId, version, type, bodies: new Set(), taken: 0, refused: 0, badSignatures: 0 };
}

/** @param {string | null} secret @param {import('node:http').IncomingHttpHeaders} headers @param {string} body */
function isSigned(secret, headers, body) {
  if (secret === null) return false;
  const flat = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  try {
    new Webhook(secret).verify(body, flat, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}
