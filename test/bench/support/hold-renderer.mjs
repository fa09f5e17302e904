import { openSocket, subscribe } from './client.mjs';
import { createTask, WATCH_TASK } from './operations.mjs';
import { childrenOf } from './process-figures.mjs';

/**
 * Fills the only renderer with one long video and freezes its process, so that what is measured next competes with no
 * rendering, while the product believes that it renders. The product kills a renderer that is silent for two minutes:
 * whatever is measured must take less. Without /proc the renderer simply goes on.
 * @param {import('./scope.mjs').Scope} scope
 * @param {import('./gateway.mjs').GatewayProcess} gateway
 * @param {import('./client.mjs').Request} request
 */
export async function holdRenderer(scope, { url, pid }, request) {
  const prompt = 'A lighthouse above a stormy sea, wide shot';
  const id = await createTask(request, { prompt, durationSeconds: 15, quality: 'P1080' });
  const client = openSocket(scope, url);
  await new Promise((resolve, reject) => {
    const { done } = subscribe(client, WATCH_TASK, { id }, ({ videoTaskUpdated: { task } }) => {
      if (task.status === 'PROCESSING') resolve(undefined);
    });
    done.then(() => reject(new Error('The video that was to hold the renderer has ended.')), reject);
  });
  for (const child of childrenOf(pid)) {
    process.kill(child, 'SIGSTOP');
    scope.defer(() => resume(child));
  }
  await client.dispose();
}

/** A frozen process that nobody waits for any more must not stay behind. @param {number} pid */
function resume(pid) {
  try {
    process.kill(pid, 'SIGCONT');
  } catch {
    // It has ended with the gateway.
  }
}
