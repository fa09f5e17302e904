import type { Logger } from '../../lib/logger.js';
import type { Json } from '../../lib/json.js';
import type { CheckOutcome, StartOutcome, VideoProvider, VideoRequest } from '../provider.js';
import { animaticError } from './animatic-error.js';
import { ANIMATIC_CAPABILITIES } from './capabilities.js';
import { expandPrompt } from './expand-prompt.js';
import { createRenderQueue } from './render-queue.js';
import { operationSchema, type AnimaticOperation } from './wire.js';

export type AnimaticOptions = {
  /** Where rendered files lie until they are released. */
  workDir: string;
  /** Render processes at once. */
  renderers: number;
  /** Absolute path of the compiled `render-process.js`. */
  renderProcessPath: string;
  /** A render process that reports nothing for this long is killed and counts as crashed. Default 120,000. */
  silenceTimeoutMs?: number;
  logger?: Logger;
};

/**
 * The embedded engine as a provider: an animatic, film's moving storyboard, rendered on this machine without a key.
 * Starting is idempotent on the start key. An operation holds the whole request: a process that never heard of it
 * renders it again, with the same frames. Disposing kills the render processes and waits for them.
 */
export function createAnimatic(options: AnimaticOptions): VideoProvider & AsyncDisposable {
  const { workDir, renderers, renderProcessPath, silenceTimeoutMs = 120_000, logger = null } = options;
  const queue = createRenderQueue({ workDir, renderers, renderProcessPath, silenceTimeoutMs, logger });
  let disposed = false;

  async function start(request: VideoRequest): Promise<StartOutcome> {
    if (disposed) return closing();
    const actualPrompt = actualPromptOf(request);
    const operation: AnimaticOperation = { request, actualPrompt };
    await ensureRendering(operation);
    return { kind: 'started', operation, providerTaskId: request.startKey, actualPrompt, answer: null };
  }

  async function check(stored: Json): Promise<CheckOutcome> {
    if (disposed) return { kind: 'unanswered', message: 'The engine is shutting down.', retryAfterMs: null };
    const parsed = operationSchema.safeParse(stored);
    if (!parsed.success)
      return { kind: 'failed', error: animaticError('INTERNAL', 'The stored operation cannot be read.'), answer: null };
    const state = await ensureRendering(parsed.data);
    if (state.kind === 'finished') {
      const facts = { actualPrompt: parsed.data.actualPrompt, sensitive: null, cost: null };
      return { kind: 'completed', output: { kind: 'file', path: state.path }, facts, answer: null };
    }
    if (state.kind === 'failed') return { ...state, answer: null };
    if (state.kind === 'unknown') return { kind: 'running', progress: 0, etaSeconds: null };
    return { kind: 'running', progress: Math.floor(state.percent), etaSeconds: state.etaSeconds };
  }

  async function ensureRendering({ request, actualPrompt }: AnimaticOperation) {
    const state = await queue.state(request);
    if (state.kind === 'unknown' && !disposed) queue.add({ ...request, prompt: actualPrompt });
    return state;
  }

  return {
    name: 'ANIMATIC',
    capabilities: ANIMATIC_CAPABILITIES,
    freeSlots: () => Math.max(0, renderers - queue.pending()),
    // A start costs nothing and finds its own work again, so it needs no permission.
    start: (requests) => Promise.all(requests.map(start)),
    check: (operations) => Promise.all(operations.map(check)),
    recover: ({ request }) => start(request),
    readCallback: () => null,
    async cancel(stored) {
      const parsed = operationSchema.safeParse(stored);
      if (parsed.success) await queue.stop(parsed.data.request.startKey);
      return { kind: 'stopped' };
    },
    health: () => Promise.resolve({ kind: 'healthy' }),
    async release(stored) {
      const parsed = operationSchema.safeParse(stored);
      if (parsed.success) await queue.forget(parsed.data.request.startKey);
    },
    async [Symbol.asyncDispose]() {
      disposed = true;
      await queue[Symbol.asyncDispose]();
    },
  };
}

function closing(): StartOutcome {
  const error = animaticError('PROVIDER_UNAVAILABLE', 'The engine is shutting down.');
  return { kind: 'busy', retryAfterMs: 1000, error };
}

function actualPromptOf({ prompt, mode, promptExtend, seed, shots, shotType }: VideoRequest): string {
  return promptExtend
    ? expandPrompt({ prompt, mode, seed, hasShots: shots.length > 0 || shotType === 'MULTI' })
    : prompt;
}
