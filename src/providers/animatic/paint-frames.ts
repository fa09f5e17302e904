import { Worker } from 'node:worker_threads';
import type { VideoRequest } from '../provider.js';
import { FRAME_RATE } from './brief.js';
import { InvalidInputError } from './invalid-input-error.js';
import { paintReportSchema, type PaintOrder } from './wire.js';

/** Pictures that a thread may paint ahead. */
const AHEAD = 4;

/** The frames of a request as RGBX bytes, in order. Closing ends the threads. */
export type PaintedFrames = AsyncDisposable & AsyncIterable<Uint8Array>;

/**
 * Paints the frames of a request in threads that take turns, so that painting and encoding keep two cores busy. An edit
 * has one thread: it decodes its clip in order, and a second one would decode it all over again.
 * @param loudness of the driving audio per frame, 0-1; null without one.
 */
export function paintFrames(request: VideoRequest, loudness: Float32Array | null): PaintedFrames {
  const step = request.mode === 'VIDEO_EDIT' ? 1 : 2;
  const threads = Array.from({ length: step }, (_, first) => openThread({ request, loudness, first, step }));
  async function* frames(): AsyncGenerator<Uint8Array, void> {
    for (let index = 0; index < request.durationSeconds * FRAME_RATE; index += 1) {
      const thread = threads[index % step];
      if (thread !== undefined) yield await thread.next();
    }
  }
  return {
    [Symbol.asyncIterator]: frames,
    [Symbol.asyncDispose]: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  };
}

function openThread(order: PaintOrder) {
  const worker = new Worker(new URL('./paint-thread.js', import.meta.url), { workerData: order });
  const painted: Uint8Array[] = [];
  let failure: Error | null = null;
  let wake: (() => void) | null = null;
  const fail = (error: Error): void => {
    failure ??= error;
    wake?.();
  };
  worker.on('message', (message) => {
    const report = paintReportSchema.parse(message);
    if (report.kind === 'painted') painted.push(report.pixels);
    else fail(report.code === 'INVALID_INPUT' ? new InvalidInputError(report.message) : new Error(report.message));
    wake?.();
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('A painting thread ended early.')));
  for (let ahead = 0; ahead < AHEAD; ahead += 1) worker.postMessage('paint');

  return {
    async next(): Promise<Uint8Array> {
      while (painted.length === 0 && failure === null) await new Promise<void>((resolve) => (wake = resolve));
      const pixels = painted.shift();
      if (pixels === undefined) throw failure ?? new Error('There is no picture.');
      worker.postMessage('paint');
      return pixels;
    },
    close: () => worker.terminate(),
  };
}
