import { rm } from 'node:fs/promises';
import pLimit from 'p-limit';
import type { TaskError } from '../../tasks/task.js';
import type { VideoRequest } from '../provider.js';
import { animaticError } from './animatic-error.js';
import { finishedPath, finishPart, isFinished, newPartPath, removeFiles } from './render-files.js';
import { renderInChild, type RendererOptions } from './renderer.js';

/** Where one render stands. `unknown`: this process knows nothing of it and has no file of it. */
type RenderState =
  | { kind: 'rendering'; percent: number; etaSeconds: number | null }
  | { kind: 'finished'; path: string }
  | { kind: 'failed'; error: TaskError }
  | { kind: 'unknown' };

export type RenderQueueOptions = RendererOptions & {
  /** Finished files lie here until they are released; made when first needed. */
  workDir: string;
  /** Child processes at once. */
  renderers: number;
};

/** Renders requests in child processes, a few at a time, each start key once. */
export interface RenderQueue extends AsyncDisposable {
  /** Renders waiting or running. */
  pending(): number;
  /** Queues a request; does nothing for a start key that is queued, running, failed or stopped. */
  add(request: VideoRequest): void;
  state(request: VideoRequest): Promise<RenderState>;
  /** Kills the render and removes its files; the start key is remembered as stopped. */
  stop(startKey: string): Promise<void>;
  /** Forgets the start key and removes its files. */
  forget(startKey: string): Promise<void>;
}

type Render = {
  percent: number;
  startedAtMs: number | null;
  error: TaskError | null;
  stopping: AbortController;
  settled: Promise<void>;
};

const ATTEMPTS = 2;

export function createRenderQueue(options: RenderQueueOptions): RenderQueue {
  const { workDir, logger } = options;
  const limit = pLimit(options.renderers);
  const renders = new Map<string, Render>();

  async function attempt(request: VideoRequest, render: Render) {
    const partPath = await newPartPath(workDir, request);
    try {
      const onProgress = (percent: number): void => void (render.percent = Math.max(render.percent, percent));
      const order = { request, outputPath: partPath };
      const outcome = await renderInChild(options, order, onProgress, render.stopping.signal);
      if (outcome.kind === 'done') await finishPart(partPath, workDir, request);
      return outcome;
    } finally {
      await rm(partPath, { force: true });
    }
  }

  async function run(request: VideoRequest, render: Render): Promise<void> {
    if (render.stopping.signal.aborted) return;
    render.startedAtMs = performance.now();
    for (let number = 1; number <= ATTEMPTS; number += 1) {
      const outcome = await attempt(request, render);
      if (outcome.kind === 'stopped') return;
      if (outcome.kind === 'done') return void renders.delete(request.startKey);
      if (outcome.kind === 'failed') return void (render.error = animaticError(outcome.code, outcome.message));
      logger?.warn({ startKey: request.startKey, attempt: number, crash: outcome.message }, 'renderer crashed');
    }
    const message = `The renderer crashed ${ATTEMPTS} times. The log says more under start key ${request.startKey}.`;
    render.error = animaticError('PROVIDER_FAILED', message);
  }

  async function stop(startKey: string): Promise<void> {
    const render = renders.get(startKey);
    render?.stopping.abort();
    // One that still waits for a renderer has nothing to end, and would be waited for as long as the others take.
    if (render?.startedAtMs) await render.settled;
    renders.set(startKey, newRender(animaticError('PROVIDER_FAILED', 'The render was stopped.')));
    await removeFiles(workDir, startKey);
  }

  return {
    pending: () => [...renders.values()].filter((render) => render.error === null).length,

    add(request) {
      if (renders.has(request.startKey)) return;
      const render: Render = newRender(null);
      renders.set(request.startKey, render);
      render.settled = limit(() => run(request, render)).catch((cause: unknown) => {
        logger?.error({ err: cause, startKey: request.startKey }, 'render failed');
        render.error = animaticError('INTERNAL', 'The render could not be written to disk.');
      });
    },

    async state(request) {
      const render = renders.get(request.startKey);
      if (render?.error) return { kind: 'failed', error: render.error };
      if (render) return { kind: 'rendering', percent: render.percent, etaSeconds: etaSeconds(render) };
      if (await isFinished(workDir, request)) return { kind: 'finished', path: finishedPath(workDir, request) };
      return { kind: 'unknown' };
    },

    stop,

    async forget(startKey) {
      await stop(startKey);
      renders.delete(startKey);
    },

    async [Symbol.asyncDispose]() {
      for (const render of renders.values()) render.stopping.abort();
      await Promise.all([...renders.values()].map((render) => render.settled));
    },
  };
}

function newRender(error: TaskError | null): Render {
  return { percent: 0, startedAtMs: null, error, stopping: new AbortController(), settled: Promise.resolve() };
}

function etaSeconds({ startedAtMs, percent }: Render): number | null {
  if (startedAtMs === null || percent < 5) return null;
  const elapsedSeconds = (performance.now() - startedAtMs) / 1000;
  return Math.ceil((elapsedSeconds * (100 - percent)) / percent);
}
