import { Worker } from 'node:worker_threads';
import type { VideoRequest } from '../provider.js';
import { FRAME_RATE } from './brief.js';
import { InvalidInputError } from './invalid-input-error.js';
import { paintReportSchema, type PaintOrder } from './wire.js';

/** Pictures that a thread paints ahead. */
const AHEAD = 3;

/** The frames of a request as RGBX bytes, in order; each is good until the next one is asked for. Closing ends the threads. */
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
  const { width, height } = order.request;
  const wanted: Uint8Array[] = [];
  let painted = 0;
  let shown: Uint8Array | null = null;
  let failure: Error | null = null;
  let wake: (() => void) | null = null;
  const fail = (error: Error): void => {
    failure ??= error;
    wake?.();
  };
  worker.on('message', (message) => {
    const report = paintReportSchema.parse(message);
    if (report.kind === 'painted') painted += 1;
    else fail(report.code === 'INVALID_INPUT' ? new InvalidInputError(report.message) : new Error(report.message));
    wake?.();
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('A painting thread ended early.')));
  const want = (picture: Uint8Array): void => {
    wanted.push(picture);
    worker.postMessage(picture);
  };
  for (let ahead = 0; ahead < AHEAD; ahead += 1) want(new Uint8Array(new SharedArrayBuffer(width * height * 4)));

  return {
    async next(): Promise<Uint8Array> {
      if (shown !== null) want(shown);
      while (painted === 0 && failure === null) await new Promise<void>((resolve) => (wake = resolve));
      shown = wanted.shift() ?? null;
      if (painted === 0 || shown === null) throw failure ?? new Error('There is no picture.');
      painted -= 1;
      return shown;
    },
    close: () => worker.terminate(),
  };
}
