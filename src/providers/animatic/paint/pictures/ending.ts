import { createCanvas } from '@napi-rs/canvas';
import type { Image, SKRSContext2D } from '@napi-rs/canvas';
import { smoothstep } from '../base/noise.js';
import { drawCover } from './cover.js';

/** Leads over to a last picture. `along` runs from 0 (not to be seen) to 1 (exactly the picture). */
type Ending = { paint(context: SKRSContext2D, along: number): void };

/**
 * The last picture rises out of the one before: it first shows in its bright parts, moves on in the same direction as
 * the camera, and comes to rest exactly in the frame.
 */
export function createEnding(picture: Image, width: number, height: number): Ending {
  const whole = createCanvas(width, height);
  drawCover(whole.getContext('2d'), picture, width, height);
  return {
    paint(context, along) {
      if (along <= 0) return;
      const zoom = 1 + 0.12 * (1 - smoothstep(0, 1, along)) ** 1.4;
      const x = (width / 2) * (1 - zoom);
      const y = height * 0.52 * (1 - zoom);
      const bright = Math.sin(Math.PI * Math.min(1, along * 1.25)) * 0.35;
      if (bright > 0.01 && along < 0.8) {
        context.globalCompositeOperation = 'screen';
        context.globalAlpha = bright;
        context.drawImage(whole, x, y, width * zoom, height * zoom);
        context.globalCompositeOperation = 'source-over';
      }
      context.globalAlpha = smoothstep(0.08, 0.92, along);
      context.drawImage(whole, x, y, width * zoom, height * zoom);
      context.globalAlpha = 1;
    },
  };
}
