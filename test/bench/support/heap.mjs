import { once } from 'node:events';
import { WebSocket } from 'ws';

/**
 * Reads how much of a process's heap is in use once its rubbish is collected, through the debugger's door.
 * @param {import('./scope.mjs').Scope} scope
 * @param {string} inspectorUrl
 * @returns {Promise<() => Promise<number>>} MiB, JavaScript objects; buffers and WebAssembly lie outside
 */
export async function openHeap(scope, inspectorUrl) {
  const socket = new WebSocket(inspectorUrl, { perMessageDeflate: false });
  scope.defer(() => socket.terminate());
  await once(socket, 'open');
  let lastId = 0;

  /** @param {string} method @param {Record<string, unknown>} [parameters] */
  const call = async (method, parameters = {}) => {
    const id = (lastId += 1);
    const answer = new Promise((resolve) => {
      const listen = (/** @type {Buffer} */ data) => {
        const message = JSON.parse(data.toString());
        if (message.id !== id) return;
        socket.off('message', listen);
        resolve(message.result);
      };
      socket.on('message', listen);
    });
    socket.send(JSON.stringify({ id, method, params: parameters }));
    return answer;
  };

  return async () => {
    // The second collection frees what finalisers of the first let go of.
    for (let round = 0; round < 2; round += 1) await call('HeapProfiler.collectGarbage');
    const expression = 'process.memoryUsage().heapUsed';
    const { result } = await call('Runtime.evaluate', { expression, returnByValue: true });
    return result.value / 1024 / 1024;
  };
}
