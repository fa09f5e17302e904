import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import { css, mix, WHITE } from '../base/colour.js';
import { drawGlow, glowSprite } from '../base/glow.js';
import type { Layer } from '../base/layer.js';
import { fractal, smoothstep } from '../base/noise.js';
import { shadePixels } from '../base/pixels.js';
import type { Stage } from '../base/stage.js';
import { hasStars, lightVisibility } from './sky.js';

/** The disc of sun or moon; its light swells with the loudness. */
export function sunOrMoonLayer(stage: Stage): Layer {
  const disc = stage.scene.timeOfDay === 'night' || stage.scene.timeOfDay === 'dusk' ? moonDisc(stage) : sunDisc(stage);
  const glow = glowSprite(stage.palette.light);
  const visibility = lightVisibility(stage);
  const radius = stage.lightRadius;
  return {
    depth: 0.03,
    paint(context, moment) {
      if (visibility < 0.2) return;
      if (moment.loudness > 0.02) {
        const reach = radius * (3 + moment.loudness * 2);
        drawGlow(context, glow, stage.lightX, stage.lightY, reach, reach, 0.5 * moment.loudness * visibility);
      }
      context.globalAlpha = Math.min(1, visibility * 1.1);
      context.drawImage(disc, stage.lightX - radius * 1.1, stage.lightY - radius * 1.1, radius * 2.2, radius * 2.2);
      context.globalAlpha = 1;
    },
  };
}

/** A few bright stars that twinkle over the still ones of the sky. */
export function twinkleLayer(stage: Stage): Layer {
  const random = stage.random('twinkle');
  const stars = Array.from({ length: hasStars(stage) ? 26 : 0 }, () => ({
    x: random.range(0, stage.width),
    y: random.range(0, stage.horizon * 0.8),
    size: stage.unit * random.range(0.003, 0.007),
    speed: random.range(1, 4),
    phase: random.range(0, 7),
  }));
  const glow = glowSprite(mix(stage.palette.light, WHITE, 0.5));
  return {
    depth: 0.02,
    paint(context, moment) {
      for (const star of stars) {
        const twinkle = 0.5 + 0.5 * Math.sin(star.phase + moment.seconds * star.speed);
        drawGlow(context, glow, star.x, star.y, star.size, star.size, 0.2 + 0.8 * twinkle * twinkle);
      }
    },
  };
}

function sunDisc(stage: Stage): Canvas {
  const size = Math.ceil(stage.lightRadius * 2.2);
  const canvas = createCanvas(size, size);
  const context = canvas.getContext('2d');
  const middle = size / 2;
  const gradient = context.createRadialGradient(middle, middle, 0, middle, middle, middle / 1.1);
  gradient.addColorStop(0, css(mix(stage.palette.light, WHITE, 0.95)));
  gradient.addColorStop(0.78, css(mix(stage.palette.light, WHITE, 0.75)));
  gradient.addColorStop(0.92, css(mix(stage.palette.light, WHITE, 0.45), 0.9));
  gradient.addColorStop(1, css(stage.palette.light, 0));
  context.fillStyle = gradient;
  context.fillRect(0, 0, size, size);
  return canvas;
}

function moonDisc(stage: Stage): Canvas {
  const size = Math.max(24, Math.ceil(stage.lightRadius * 2.2));
  const random = stage.random('moon');
  const noiseSeed = random.integer(0, 9999);
  const phase = random.range(-0.35, 0.35);
  const { light, sky } = stage.palette;
  return shadePixels(size, size, (px, py, target, at) => {
    const x = ((px + 0.5) / size - 0.5) * 2.2;
    const y = ((py + 0.5) / size - 0.5) * 2.2;
    const distance = Math.hypot(x, y);
    const maria = smoothstep(0.42, 0.66, fractal(x * 1.7 + 5, y * 1.7 + 5, 4, 64, noiseSeed));
    const limb = Math.sqrt(Math.max(0, 1 - distance * distance));
    const terminator = smoothstep(-0.25, 0.35, x * Math.sign(phase || 1) + 1.1 - Math.abs(phase));
    const bright = (0.72 + 0.28 * limb - 0.2 * maria) * (0.35 + 0.65 * terminator);
    const colour = mix(sky[2], mix(light, WHITE, 0.3), Math.min(1, bright));
    target[at] = colour[0];
    target[at + 1] = colour[1];
    target[at + 2] = colour[2];
    target[at + 3] = 255 * (1 - smoothstep(1 - 2.6 / size, 1 + 1.2 / size, distance));
  });
}
