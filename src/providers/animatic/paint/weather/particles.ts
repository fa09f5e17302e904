import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { hashUnit } from '../../scene/random.js';
import { css, mix, WHITE } from '../base/colour.js';
import type { Colour } from '../base/colour.js';
import { drawGlow, glowSprite } from '../base/glow.js';
import type { Layer } from '../base/layer.js';
import { fractal, smoothstep } from '../base/noise.js';
import { shadePixels } from '../base/pixels.js';
import type { Stage } from '../base/stage.js';

/** Snow in several distances: small and slow far away, large and soft near the lens. */
export function snowLayer(stage: Stage): Layer {
  const flake = softDot(stage.scene.timeOfDay === 'night' ? mix(stage.palette.light, WHITE, 0.5) : WHITE);
  const { width, height, unit } = stage;
  return {
    depth: 0,
    paint(context, moment) {
      const flakes = Math.round(250 * (1 + moment.loudness * 0.7));
      for (let index = 0; index < flakes; index++) {
        const near = hashUnit(index, 1) ** 3;
        const size = unit * (0.0032 + 0.015 * near);
        const fallen = moment.seconds * (0.07 + 0.22 * near) * (1 + Math.abs(stage.wind)) + hashUnit(index, 2);
        const y = (fallen % 1) * height * 1.15 - height * 0.08;
        const blown = moment.seconds * (stage.wind * 0.12 - Math.sign(stage.scrollSpeed) * 0.2) * (0.5 + near);
        const across = (((hashUnit(index, 3) + blown) % 1) + 1) % 1;
        const x = across * width * 1.1 - width * 0.05 + Math.sin(moment.seconds * 1.2 + index) * unit * 0.012;
        context.globalAlpha = near > 0.5 ? 0.45 : 0.85;
        context.drawImage(flake, x, y, size, size);
      }
      context.globalAlpha = 1;
    },
  };
}

/** Banks of mist that drift across at one depth. */
export function fogLayer(stage: Stage, depth: number, strength: number): Layer {
  const seed = stage.random(`fog ${depth}`).integer(0, 99999);
  const top = stage.horizon - stage.height * 0.26;
  const height = stage.height * 1.05 - top;
  const span = stage.width * 2;
  const colour = mix(stage.palette.haze, stage.palette.sky[3], 0.45);
  const picture = shadePixels(span / 12, height / 8, (x, y, target, at) => {
    const columns = span / 12;
    const down = y / (height / 8);
    const bank = fractal((x / columns) * 6, down * 3, 4, 6, seed);
    target[at] = colour[0];
    target[at + 1] = colour[1];
    target[at + 2] = colour[2];
    target[at + 3] =
      255 * strength * smoothstep(0.28, 0.72, bank) * smoothstep(0, 0.3, down) * (1 - smoothstep(0.6, 1, down) * 0.75);
  });
  const strip = createCanvas(Math.ceil(span) + stage.width + 2 * stage.margin, Math.ceil(height));
  const pen = strip.getContext('2d');
  for (let x = 0; x < strip.width; x += span) pen.drawImage(picture, x, 0, span, height);
  return {
    depth,
    paint(context, moment) {
      const drift =
        moment.seconds * (stage.wind * stage.unit * 0.03 + stage.unit * 0.012) +
        stage.scrollSpeed * moment.seconds * depth;
      const offset = ((drift % span) + span) % span;
      context.drawImage(strip, -stage.margin - offset, top);
    },
  };
}

/** Small lights or specks that float: fireflies, dust in the sun, petals, sparks. They jump with the loudness. */
export function motesLayer(stage: Stage, colour: Colour, count: number, glowing: boolean): Layer {
  const sprite = glowing ? glowSprite(colour) : softDot(colour);
  const { width, height, unit } = stage;
  return {
    depth: 1.1,
    paint(context, moment) {
      for (let index = 0; index < count; index++) {
        const speed = 0.4 + hashUnit(index, 71);
        const drift =
          stage.scrollSpeed === 0
            ? moment.seconds * stage.wind * 0.02
            : (-stage.scrollSpeed * moment.seconds * 0.8) / width;
        const x = (((hashUnit(index, 72) + drift) % 1) + 1) % 1;
        const y =
          height * (0.3 + 0.62 * hashUnit(index, 73)) +
          Math.sin(moment.seconds * speed + index) * unit * 0.03 -
          moment.loudness * unit * 0.05 * hashUnit(index, 76);
        const size = unit * (0.004 + 0.008 * hashUnit(index, 74)) * (1 + moment.loudness);
        const shine = 0.35 + 0.65 * Math.max(0, Math.sin(moment.seconds * (0.8 + speed) + index * 1.7));
        const px = x * width + Math.cos(moment.seconds * speed * 0.7 + index) * unit * 0.03;
        if (glowing) {
          drawGlow(context, sprite, px, y, size, size, shine * 0.8);
        } else {
          context.globalAlpha = shine * 0.5;
          context.drawImage(sprite, px, y, size * 0.8, size * 0.8);
          context.globalAlpha = 1;
        }
      }
    },
  };
}

function softDot(colour: Colour): Canvas {
  const canvas = createCanvas(32, 32);
  const context = canvas.getContext('2d');
  const gradient = context.createRadialGradient(16, 16, 0, 16, 16, 16);
  gradient.addColorStop(0, css(colour, 0.95));
  gradient.addColorStop(0.45, css(colour, 0.7));
  gradient.addColorStop(1, css(colour, 0));
  context.fillStyle = gradient;
  context.fillRect(0, 0, 32, 32);
  return canvas;
}
