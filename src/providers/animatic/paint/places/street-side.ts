import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, mix } from '../base/colour.js';
import { drawGlow, glowSprite } from '../base/glow.js';
import type { Layer } from '../base/layer.js';
import { surface } from '../base/palette.js';
import type { Stage } from '../base/stage.js';
import { tileLayer, wrapped } from '../base/tile.js';
import { ALBEDO } from './albedo.js';
import { litShare, neonColour, paintBuilding } from './building.js';
import { isWet } from './road.js';

/** A street seen from its other side, for a camera that follows somebody along it. */
export function streetSideLayers(stage: Stage): Layer[] {
  const { height, unit, ground } = stage;
  const kerb = ground - unit * 0.07;
  return [
    rowLayer(stage, 'far towers', 0.15, kerb, unit * 0.62, unit * 0.1, 0.35, unit * 0.009),
    rowLayer(stage, 'towers', 0.3, kerb, unit * 0.48, unit * 0.16, 0.6, unit * 0.013),
    shopsLayer(stage, kerb),
    pavementLayer(stage, kerb),
    lampsLayer(stage, 0.92, kerb + unit * 0.02, unit * 0.36, 0),
    ...(stage.scene.framing === 'close' ? [] : [polesLayer(stage, height)]),
  ];
}

function rowLayer(
  stage: Stage,
  purpose: string,
  depth: number,
  foot: number,
  tallest: number,
  width: number,
  nearness: number,
  cell: number,
): Layer {
  return tileLayer(stage, {
    depth,
    top: foot - tallest * 1.25,
    height: tallest * 1.25,
    draw(context, period) {
      const random = stage.random(purpose);
      for (let x = 0; x < period - width * 0.4;) {
        const wide = width * random.range(0.7, 1.3);
        paintBuilding(
          context,
          stage,
          {
            x,
            width: Math.min(wide, period - x),
            height: tallest * random.range(0.35, 1),
            foot: tallest * 1.25,
            nearness,
            cell,
          },
          random,
        );
        x += wide * random.range(0.95, 1.3);
      }
    },
  });
}

function shopsLayer(stage: Stage, kerb: number): Layer {
  const unit = stage.unit;
  const tall = unit * 0.46;
  return tileLayer(stage, {
    depth: 0.55,
    top: kerb - tall,
    height: tall + 2,
    draw(context, period) {
      const random = stage.random('shops');
      for (let x = 0; x < period;) {
        const width = Math.min(unit * random.range(0.22, 0.36), period - x);
        const height = tall * random.range(0.5, 0.95);
        if (width > unit * 0.08) {
          paintBuilding(
            context,
            stage,
            { x, width, height, foot: tall + 2, nearness: 0.82, cell: unit * 0.026 },
            random,
          );
          paintShopFront(
            context,
            stage,
            x,
            width,
            tall,
            random.chance(0.8),
            stage.scene.look === 'neon'
              ? neonColour(random)
              : mix(stage.palette.lamp, [255, 244, 220], random.next() * 0.6),
          );
        }
        x += width + (random.chance(0.2) ? unit * 0.06 : 0);
      }
    },
  });
}

function paintShopFront(
  context: SKRSContext2D,
  stage: Stage,
  x: number,
  width: number,
  foot: number,
  open: boolean,
  colour: readonly [number, number, number],
): void {
  const unit = stage.unit;
  const lit = open && litShare(stage) > 0.1;
  context.fillStyle = css(mix(stage.palette.dark, colour, 0.2));
  context.fillRect(x, foot - unit * 0.115, width, unit * 0.116);
  context.fillStyle = lit ? css(colour, 0.92) : css(mix(stage.palette.sky[2], stage.palette.dark, 0.5), 0.6);
  const panes = Math.max(2, Math.round(width / (unit * 0.08)));
  for (let pane = 0; pane < panes; pane++)
    context.fillRect(x + ((pane + 0.12) * width) / panes, foot - unit * 0.086, (width / panes) * 0.8, unit * 0.078);
  context.fillStyle = css(mix(colour, stage.palette.dark, lit ? 0.25 : 0.6));
  context.fillRect(x + width * 0.05, foot - unit * 0.112, width * 0.9, unit * 0.017);
  if (lit) drawGlow(context, glowSprite(colour), x + width / 2, foot - unit * 0.05, width * 0.75, unit * 0.13, 0.4);
}

function pavementLayer(stage: Stage, kerb: number): Layer {
  return tileLayer(stage, {
    depth: 1,
    top: kerb,
    height: stage.height * 1.16 - kerb,
    draw(context, period) {
      const height = stage.height * 1.16 - kerb;
      const road = surface(stage.palette, stage.scene.snowCover ? ALBEDO.snow : ALBEDO.road, 0.92);
      const gradient = context.createLinearGradient(0, 0, 0, height);
      gradient.addColorStop(0, css(mix(road, stage.palette.haze, 0.35)));
      gradient.addColorStop(0.35, css(mix(road, stage.palette.dark, 0.3)));
      gradient.addColorStop(1, css(stage.palette.dark));
      context.fillStyle = gradient;
      context.fillRect(0, 0, period, height);
      const random = stage.random('pavement');
      const lit = litShare(stage) > 0.1;
      for (let patch = 0; lit && patch < 26; patch++) {
        const colour = stage.scene.look === 'neon' ? neonColour(random) : stage.palette.lamp;
        const x = random.range(0, period);
        const long = isWet(stage) ? stage.unit * random.range(0.1, 0.26) : stage.unit * 0.03;
        wrapped(period, x, stage.unit * 0.2, (shown) =>
          drawGlow(
            context,
            glowSprite(colour),
            shown,
            long * 0.55,
            stage.unit * random.range(0.012, 0.06),
            long,
            isWet(stage) ? 0.5 : 0.25,
          ),
        );
      }
      context.fillStyle = css(mix(road, stage.palette.light, 0.25), 0.7);
      const gap = period / Math.round(period / (stage.unit * 0.4));
      for (let x = 0; x < period; x += gap) context.fillRect(x, stage.unit * 0.15, gap * 0.5, stage.unit * 0.006);
      context.fillStyle = css(stage.palette.dark, 0.5);
      context.fillRect(0, stage.unit * 0.025, period, stage.unit * 0.006);
    },
  });
}

/** Street lamps with their cones of light. */
function lampsLayer(stage: Stage, depth: number, foot: number, tall: number, softness: number): Layer {
  return tileLayer(stage, {
    depth,
    top: foot - tall * 1.25,
    height: tall * 1.5,
    blur: softness,
    draw(context, period) {
      const gap = period / Math.max(2, Math.round(period / (stage.unit * 0.75)));
      const glow = glowSprite(stage.palette.lamp);
      for (let x = gap / 2; x < period; x += gap) {
        context.strokeStyle = css(mix(stage.palette.dark, stage.palette.haze, 0.1));
        context.lineWidth = tall * 0.018;
        context.beginPath();
        context.moveTo(x, tall * 1.25);
        context.lineTo(x, tall * 0.36);
        context.quadraticCurveTo(x, tall * 0.26, x + tall * 0.16, tall * 0.27);
        context.stroke();
        if (litShare(stage) <= 0.1) continue;
        drawGlow(context, glow, x + tall * 0.16, tall * 0.29, tall * 0.5, tall * 0.5, 0.6);
        drawGlow(context, glow, x + tall * 0.16, tall * 0.29, tall * 0.1, tall * 0.07, 1);
        drawGlow(context, glow, x + tall * 0.16, tall * 1.25, tall * 0.55, tall * 0.09, 0.6);
      }
    },
  });
}

/** A dark post that sweeps past close to the lens now and then. */
function polesLayer(stage: Stage, height: number): Layer {
  const depth = 1.9;
  const gap = stage.width * 2.6;
  const half = stage.unit * 0.012;
  const start = stage.random('poles').range(0, gap);
  return {
    depth,
    paint(context, moment) {
      const scrolled = start - stage.scrollSpeed * moment.seconds * depth;
      const x = (((scrolled % gap) + gap) % gap) - stage.width * 0.3;
      if (x < -half * 2 || x > stage.width + half * 2) return;
      const gradient = context.createLinearGradient(x - half, 0, x + half, 0);
      gradient.addColorStop(0, css(stage.palette.dark, 0));
      gradient.addColorStop(0.3, css(stage.palette.dark, 0.95));
      gradient.addColorStop(0.7, css(stage.palette.dark, 0.95));
      gradient.addColorStop(1, css(stage.palette.dark, 0));
      context.fillStyle = gradient;
      context.fillRect(x - half, -height * 0.1, half * 2, height * 1.3);
    },
  };
}
