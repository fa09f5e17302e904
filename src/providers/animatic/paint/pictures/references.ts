import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, Image } from '@napi-rs/canvas';
import { css, mix, WHITE } from '../base/colour.js';
import type { Layer } from '../base/layer.js';
import type { Stage } from '../base/stage.js';

/** Space around a print for its shadow, as a share of its longer side. */
const SHADOW = 0.12;

/** The given pictures as prints that hang in the scene: softly lit, throwing a shadow, each at its own distance. */
export function referenceLayers(stage: Stage, pictures: readonly Image[]): Layer[] {
  const random = stage.random('references');
  const count = pictures.length;
  const side = Math.min(stage.height * (count > 2 ? 0.34 : 0.44), (stage.width * 0.86) / Math.max(1.4, count));
  return pictures.map((picture, index) => {
    const print = drawPrint(stage, picture, side);
    const lane = count === 1 ? (stage.lightX < stage.width / 2 ? 0.18 : 0.82) : (index + 0.5) / count;
    const x = stage.width * (0.06 + 0.88 * lane);
    const y = stage.height * (0.4 + random.range(-0.04, 0.04) + (count > 2 && index % 2 === 1 ? 0.06 : 0));
    const tilt = random.range(-0.05, 0.05);
    const phase = random.range(0, 6.3);
    return {
      depth: 0.9 + random.range(-0.12, 0.12),
      paint(context, moment) {
        context.save();
        context.translate(
          x,
          y + Math.sin(moment.seconds * 0.9 + phase) * stage.unit * 0.006 - moment.loudness * stage.unit * 0.02,
        );
        context.rotate(tilt + Math.sin(moment.seconds * 0.7 + phase) * 0.012);
        const swell = 1 + moment.loudness * 0.05;
        context.scale(swell, swell);
        context.drawImage(print, -print.width / 2, -print.height / 2);
        context.restore();
      },
    };
  });
}

function drawPrint(stage: Stage, picture: Image, side: number): Canvas {
  const scale = side / Math.max(picture.width, picture.height);
  const width = Math.max(8, Math.round(picture.width * scale));
  const height = Math.max(8, Math.round(picture.height * scale));
  const border = Math.max(2, side * 0.014);
  const pad = Math.ceil(side * SHADOW);
  const canvas = createCanvas(width + pad * 2, height + pad * 2);
  const context = canvas.getContext('2d');
  context.shadowColor = css(stage.palette.dark, 0.75);
  context.shadowBlur = side * 0.06;
  context.shadowOffsetX = (stage.lightX < stage.width / 2 ? 1 : -1) * side * 0.02;
  context.shadowOffsetY = side * 0.035;
  context.fillStyle = css(mix(WHITE, stage.palette.light, 0.3));
  context.beginPath();
  context.roundRect(pad - border, pad - border, width + border * 2, height + border * 2, border);
  context.fill();
  context.shadowColor = 'transparent';
  context.drawImage(softened(picture, width, height, border), pad, pad);
  const gloss = context.createLinearGradient(pad, pad, pad + width, pad + height);
  gloss.addColorStop(0, css(stage.palette.light, 0.16));
  gloss.addColorStop(0.5, css(stage.palette.light, 0));
  gloss.addColorStop(1, css(stage.palette.dark, 0.2));
  context.fillStyle = gloss;
  context.fillRect(pad, pad, width, height);
  return canvas;
}

/** The picture with a narrow soft edge. */
function softened(picture: Image, width: number, height: number, edge: number): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.filter = `blur(${(edge * 0.5).toFixed(1)}px)`;
  context.fillRect(edge * 0.7, edge * 0.7, width - edge * 1.4, height - edge * 1.4);
  context.filter = 'none';
  context.globalCompositeOperation = 'source-in';
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}
