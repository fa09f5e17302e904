import { constants, setPriority } from 'node:os';
import { InvalidInputError } from './invalid-input-error.js';
import { renderVideo } from './render.js';
import { renderOrderSchema, type RenderReport } from './wire.js';

/**
 * The child process of one render: takes one order over IPC, reports progress, and ends. It runs below normal
 * priority so that the gateway stays quick on few cores, and never outlives its parent.
 */
process.on('disconnect', () => process.exit(1));
process.once('message', (message) => void render(message));
lowerPriority();

async function render(message: unknown): Promise<void> {
  try {
    const order = renderOrderSchema.parse(message);
    await renderVideo(order.request, order.outputPath, (percent) => report({ kind: 'progress', percent }));
    report({ kind: 'done' });
  } catch (error) {
    const code = error instanceof InvalidInputError ? 'INVALID_INPUT' : 'PROVIDER_FAILED';
    report({ kind: 'failed', code, message: error instanceof Error ? error.message : String(error) });
  }
}

function report(message: RenderReport): void {
  process.send?.(message, (error) => {
    // The parent acts on the last message and needs nothing more; a broken channel means that it is gone.
    if (error !== null || message.kind !== 'progress') process.exit(error === null ? 0 : 1);
  });
}

function lowerPriority(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some sandboxes forbid it; the render only competes a little harder then.
  }
}
