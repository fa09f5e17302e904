import { once } from 'node:events';
import { forkProcess } from './live-room.mjs';

/**
 * graphql-ws as it comes, serving a schema from memory.
 * @param {import('./scope.mjs').Scope} scope
 * @param {string} schema
 * @param {{ batch: number, perSecond: number }} pace
 */
export async function startStockServer(scope, schema, pace) {
  const child = forkProcess(scope, 'stock-live', [JSON.stringify({ schema, ...pace })]);
  const [{ port }] = await once(child, 'message');
  return { url: `ws://127.0.0.1:${port}/graphql`, pid: child.pid ?? 0, go: () => void child.send('go') };
}
