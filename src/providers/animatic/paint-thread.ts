import { parentPort, workerData } from 'node:worker_threads';
import { createCanvas } from '@napi-rs/canvas';
import { drawFrames } from './draw-frames.js';
import { InvalidInputError } from './invalid-input-error.js';
import { paintOrderSchema, type PaintReport } from './wire.js';

/**
 * The entry of one painting thread of a render process: it paints its share of the frames in order, one for each message
 * it gets, and hands every picture over without a copy left behind.
 */
const port = parentPort;
let allowed = 0;
let goOn: (() => void) | null = null;
port?.on('message', () => {
  allowed += 1;
  goOn?.();
});

try {
  await paint();
} catch (error) {
  const code = error instanceof InvalidInputError ? 'INVALID_INPUT' : 'PROVIDER_FAILED';
  report({ kind: 'failed', code, message: error instanceof Error ? error.message : String(error) });
}

async function paint(): Promise<void> {
  const { request, loudness, first, step } = paintOrderSchema.parse(workerData);
  const canvas = createCanvas(request.width, request.height);
  const context = canvas.getContext('2d');
  let index = 0;
  for await (const draw of drawFrames(request, loudness)) {
    if (index % step === first) {
      await permission();
      draw(context);
      const pixels = new Uint8Array(canvas.data());
      report({ kind: 'painted', pixels }, [pixels.buffer]);
    }
    index += 1;
  }
}

async function permission(): Promise<void> {
  while (allowed === 0) await new Promise<void>((resolve) => (goOn = resolve));
  allowed -= 1;
}

function report(message: PaintReport, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}
