import { percentile } from './statistics.mjs';
import { openThinSocket } from './thin-socket.mjs';

/** Sockets that are opened at once: more than a listener's queue holds would have to knock again. */
const OPENED_AT_ONCE = 200;
/** Addresses of this machine to come from, so that ports never run short. */
const ADDRESSES = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5'];
const ACKNOWLEDGED = '{"type":"connection_ack"}';

/**
 * One subscription on a socket of its own, and the version it has seen last.
 * @typedef {{ id: string, index: number, socket: import('./thin-socket.mjs').ThinSocket | null, version: number | null, first: () => void }} Watcher
 *
 * What came since it was measured. `gaps`: versions that did not follow the one before. `processorShare`: of one core.
 * @typedef {{ messages: number, perSecond: number, p50Ms: number, p99Ms: number, longestMs: number, gaps: number, lost: number,
 *   processorShare: number }} Seen
 */

/**
 * Subscriptions that only look at an event's version and time: what they cost is the socket.
 * @param {{ url: string, query: string, ids: readonly string[], count: number }} options
 */
export function watchTasks({ url, query, ids, count }) {
  /** @type {Watcher[]} */
  const watchers = Array.from({ length: count }, (_, index) => ({
    id: ids[index % ids.length] ?? '',
    index,
    socket: null,
    version: null,
    first: () => undefined,
  }));
  /** @type {number[]} */
  let latenciesMs = [];
  let [gaps, lost] = [0, 0];
  let [processor, startedAt] = [process.cpuUsage(), performance.now()];

  /** @param {Watcher} watcher @param {string} text */
  function take(watcher, text) {
    const version = Number(text.match(/"version":(\d+)/)?.[1]);
    const at = text.match(/"at":"([^"]+)"/)?.[1];
    if (Number.isNaN(version) || at === undefined) throw new Error(`This is no event: ${text}`);
    const isSnapshot = text.includes('"type":"SNAPSHOT"');
    const before = watcher.version ?? version - 1;
    if (isSnapshot ? version < before : version !== before + 1) gaps += 1;
    watcher.version = version;
    if (!isSnapshot) latenciesMs.push(performance.timeOrigin + performance.now() - Date.parse(at));
    watcher.first();
  }

  /** Resolves with the first message. @param {Watcher} watcher */
  function open(watcher) {
    return new Promise((resolve, reject) => {
      const localAddress = ADDRESSES[watcher.index % ADDRESSES.length] ?? '127.0.0.1';
      /** @type {import('./thin-socket.mjs').ThinSocket} */
      const socket = openThinSocket(
        { url, protocol: 'graphql-transport-ws', localAddress },
        {
          onOpen: () => socket.send('{"type":"connection_init"}'),
          onClose: (reason) => {
            if (watcher.socket === socket) lost += 1;
            reject(new Error(`A socket was closed: ${reason}`));
          },
          onText: (text) => {
            if (text.includes('"type":"next"')) return take(watcher, text);
            if (text !== ACKNOWLEDGED) return reject(new Error(`An unexpected answer: ${text}`));
            const payload = { query, variables: { id: watcher.id } };
            socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
          },
        },
      );
      watcher.socket = socket;
      watcher.first = () => resolve(undefined);
    });
  }

  async function openAll() {
    const began = performance.now();
    const waiting = [...watchers];
    const openers = Array.from({ length: OPENED_AT_ONCE }, async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await open(next);
    });
    await Promise.all(openers);
    return { seconds: (performance.now() - began) / 1000 };
  }

  return {
    open: openAll,
    async measure() {
      [latenciesMs, gaps, processor, startedAt] = [[], 0, process.cpuUsage(), performance.now()];
    },
    /** @returns {Promise<Seen>} */
    async report() {
      const seconds = (performance.now() - startedAt) / 1000;
      const { user, system } = process.cpuUsage(processor);
      return {
        messages: latenciesMs.length,
        perSecond: latenciesMs.length / seconds,
        p50Ms: percentile(latenciesMs, 0.5),
        p99Ms: percentile(latenciesMs, 0.99),
        longestMs: percentile(latenciesMs, 1),
        gaps,
        lost,
        processorShare: (user + system) / 1e6 / seconds,
      };
    },
    /** As when a network breaks and is back: every socket is cut, and every client comes at once. */
    async comeBack() {
      const cut = watchers.map(({ socket }) => socket);
      for (const watcher of watchers) watcher.socket = null;
      for (const socket of cut) socket?.terminate();
      return openAll();
    },
  };
}
