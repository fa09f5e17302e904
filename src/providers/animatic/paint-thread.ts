import { parentPort, workerData } from 'node:worker_threads';
import { createCanvas } from '@napi-rs/canvas';
import { drawFrames } from './draw-frames.js';
import { InvalidInputError } from './invalid-input-error.js';
import { paintOrderSchema, pictureSchema, type PaintReport } from './wire.js';

/**
 * The entry of one painting thread of a render process: it paints its share of the frames in order, one for each message
 * it gets, into memory that it shares with the encoder: pictures of some megabytes that come and go with every frame keep
 * the garbage collector busier than the painter.
 */
const port = parentPort;
const wanted: Uint8Array[] = [];
let goOn: (() => void) | null = null;
port?.on('message', (message) => {
  wanted.push(pictureSchema.parse(message));
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
      const picture = await nextWanted();
      draw(context);
      picture.set(canvas.data());
      report({ kind: 'painted' });
    }
    index += 1;
  }
}

async function nextWanted(): Promise<Uint8Array> {
  for (;;) {
    const picture = wanted.shift();
    if (picture !== undefined) return picture;
    await new Promise<void>((resolve) => (goOn = resolve));
  }
}

function report(message: PaintReport): void {
  port?.postMessage(message);
}
