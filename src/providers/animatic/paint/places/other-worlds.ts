import type { Canvas } from '@napi-rs/canvas';
import { css, hex, mix, WHITE } from '../base/colour.js';
import type { Colour } from '../base/colour.js';
import { drawGlow, glowSprite } from '../base/glow.js';
import type { Layer } from '../base/layer.js';
import { fractal, ridged, smoothstep } from '../base/noise.js';
import { shadePixels } from '../base/pixels.js';
import type { Stage } from '../base/stage.js';
import { tileLayer } from '../base/tile.js';
import { motesLayer } from '../weather/particles.js';
import { ridgeLayer } from './ridge.js';

/** A nebula and a planet with its night side; stars come from the sky. */
export function spaceLayers(stage: Stage): Layer[] {
  const nebula = drawNebula(stage);
  const random = stage.random('planet');
  const radius = stage.unit * random.range(0.16, 0.34);
  const onLeft = random.chance(0.5);
  const x = stage.width * (onLeft ? random.range(0.06, 0.24) : random.range(0.76, 0.94));
  const y = stage.height * random.range(0.5, 0.9);
  const planet = drawPlanet(stage, radius);
  return [
    {
      depth: 0.05,
      paint: (context) =>
        context.drawImage(
          nebula,
          -stage.margin,
          -stage.height * 0.15,
          stage.width + 2 * stage.margin,
          stage.height * 1.3,
        ),
    },
    {
      depth: 0.3,
      paint: (context) => context.drawImage(planet, x - radius * 1.5, y - radius * 1.5, radius * 3, radius * 3),
    },
    motesLayer(stage, mix(stage.palette.light, WHITE, 0.5), 18, true),
  ];
}

function drawNebula(stage: Stage): Canvas {
  const random = stage.random('nebula');
  const seed = random.integer(0, 99999);
  const colours: readonly Colour[] = [
    stage.palette.haze,
    hex(random.pick('#b0407a', '#3a7ab8', '#8a4ac0')),
    hex(random.pick('#e08a50', '#40b0a8', '#e06090')),
  ];
  const [base = stage.palette.haze, second = base, third = base] = colours;
  const columns = (stage.width * 1.4) / 7;
  const rows = (stage.height * 1.3) / 7;
  return shadePixels(columns, rows, (x, y, target, at) => {
    const u = x / rows;
    const v = y / rows;
    const warp = fractal(u * 2, v * 2, 3, 256, seed) - 0.5;
    const cloud = smoothstep(0.4, 0.85, fractal(u * 1.6 + warp * 1.5, v * 1.6 + warp, 5, 256, seed + 1));
    const dust = fractal(u * 3 + warp, v * 3, 4, 256, seed + 2);
    const colour = mix(mix(base, second, smoothstep(0.35, 0.65, dust)), third, cloud * cloud);
    target[at] = colour[0];
    target[at + 1] = colour[1];
    target[at + 2] = colour[2];
    target[at + 3] = 190 * cloud * (0.4 + 0.6 * dust);
  });
}

function drawPlanet(stage: Stage, radius: number): Canvas {
  const random = stage.random('planet face');
  const seed = random.integer(0, 99999);
  const warm = hex(random.pick('#c88a5a', '#5a86c0', '#9a6ab0', '#5aa08a'));
  const pale = mix(warm, WHITE, 0.45);
  const size = Math.min(700, Math.ceil(radius * 3));
  const lightX = stage.lightX < stage.width / 2 ? -0.7 : 0.7;
  const tilt = random.range(-0.4, 0.4);
  return shadePixels(size, size, (px, py, target, at) => {
    const x = ((px + 0.5) / size - 0.5) * 3;
    const y = ((py + 0.5) / size - 0.5) * 3;
    const distance = Math.hypot(x, y);
    const z = Math.sqrt(Math.max(0, 1 - distance * distance));
    const light = x * lightX - y * 0.5 + z * 0.35;
    if (distance < 1.02) {
      const bands = fractal(x * 1.2 + z + 6, (y + x * tilt) * 5 + 20, 4, 64, seed);
      const shade = mix(
        mix([6, 7, 16], warm, smoothstep(-0.15, 0.8, light)),
        pale,
        smoothstep(0.3, 0.75, bands) * smoothstep(0, 0.7, light) * 0.7,
      );
      target[at] = shade[0];
      target[at + 1] = shade[1];
      target[at + 2] = shade[2];
      target[at + 3] = 255 * (1 - smoothstep(0.99, 1.012, distance));
    }
    const air = smoothstep(1.22, 0.985, distance) ** 3 * smoothstep(-0.4, 0.9, light);
    if (air > 0.01 && distance > 0.985) {
      const alpha = target[at + 3] ?? 0;
      const [r, g, b] = mix(pale, [160, 200, 255], 0.5);
      target[at] = alpha > 0 ? mix([target[at] ?? 0, 0, 0], [r, 0, 0], air * 0.7)[0] : r;
      target[at + 1] = alpha > 0 ? (target[at + 1] ?? 0) : g;
      target[at + 2] = alpha > 0 ? (target[at + 2] ?? 0) : b;
      target[at + 3] = Math.max(alpha, 150 * air);
    }
  });
}

/** A sea of clouds seen from above. */
export function skyHighLayers(stage: Stage): Layer[] {
  const { horizon, height, unit } = stage;
  const bank = (purpose: string, depth: number, top: number, size: number, nearness: number): Layer =>
    cloudBank(stage, purpose, depth, top, size, nearness);
  return [
    bank('far clouds', 0.15, horizon - height * 0.02, unit * 0.05, 0.25),
    bank('clouds', 0.35, horizon + height * 0.05, unit * 0.085, 0.55),
    bank('near clouds', 0.8, horizon + height * 0.16, unit * 0.14, 0.9),
  ];
}

function cloudBank(stage: Stage, purpose: string, depth: number, top: number, size: number, nearness: number): Layer {
  const { palette } = stage;
  const above = size * 1.7;
  const night = stage.scene.timeOfDay === 'night';
  const lit = mix(mix(palette.light, WHITE, 0.35), palette.sky[3], night ? 0.72 : 0.2);
  const shade = mix(mix(palette.sky[1], palette.haze, 0.5), palette.sky[3], 0.35 * (1 - nearness));
  const height = stage.height * 1.16 - top + above;
  return tileLayer(stage, {
    depth,
    top: top - above,
    height,
    draw(context, period) {
      const seed = stage.random(purpose).integer(0, 99999);
      const side = stage.lightX < stage.width / 2 ? -1 : 1;
      const columns = Math.round(period / 4);
      const rows = Math.round(height / 4);
      const units = Math.max(2, Math.round(period / (size * 3.2)));
      const scale = units / columns;
      const billow = (x: number, y: number): number => {
        const warp = fractal(x * scale, y * scale * 1.3, 2, units, seed + 7) - 0.5;
        return 1 - ridged(x * scale + warp * 0.4, y * scale * 1.5 + warp, 4, units, seed);
      };
      const picture = shadePixels(columns, rows, (x, y, target, at) => {
        const crest = rows * ((above * (0.35 + 0.9 * fractal((x / columns) * units, 4, 3, units, seed + 3))) / height);
        const here = billow(x, y);
        const inside = y - crest + here * (size / 4) * 0.9;
        if (inside <= 0) return;
        const towards = billow(x + side * 2.2, y - 2.2);
        const down = Math.min(1, inside / ((size * 2.4) / 4));
        const light = Math.max(0, Math.min(1, 0.72 + (here - towards) * 3.4 - down * 0.42 + (here - 0.5) * 0.5));
        const colour = mix(shade, lit, light);
        target[at] = colour[0];
        target[at + 1] = colour[1];
        target[at + 2] = colour[2];
        target[at + 3] = 255 * smoothstep(0, 3.4, inside);
      });
      context.drawImage(picture, 0, 0, period, height);
    },
  });
}

/** Under the surface: shafts of light, rocks that fade into the blue, weeds and bubbles. */
export function underwaterLayers(stage: Stage): Layer[] {
  const { horizon, height, unit } = stage;
  const rock = (purpose: string, depth: number, foot: number, rise: number, nearness: number): Layer =>
    ridgeLayer(stage, {
      purpose,
      depth,
      foot,
      rise,
      frequency: 1.6,
      nearness,
      albedo: [70, 92, 104],
      kind: 'rocky',
      snow: 0,
      mist: 0.5,
    });
  return [
    shaftsLayer(stage),
    rock('far reef', 0.15, horizon + height * 0.26, unit * 0.24, 0.24),
    rock('reef', 0.4, horizon + height * 0.34, unit * 0.2, 0.55),
    rock('near reef', 0.85, height * 1.08, unit * 0.2, 0.9),
    bubblesLayer(stage),
  ];
}

function shaftsLayer(stage: Stage): Layer {
  const random = stage.random('shafts');
  const glow = glowSprite(stage.palette.light);
  const shafts = Array.from({ length: 7 }, (_, index) => ({
    x: (index + random.range(0, 1)) / 7,
    width: random.range(0.03, 0.08),
    phase: random.range(0, 6),
  }));
  return {
    depth: 0.2,
    paint(context, moment) {
      context.save();
      context.transform(1, 0, -0.25, 1, stage.width * 0.12, 0);
      for (const shaft of shafts) {
        const bright = 0.1 + 0.09 * Math.sin(moment.seconds * 0.8 + shaft.phase) + moment.loudness * 0.2;
        drawGlow(context, glow, shaft.x * stage.width * 1.2, 0, shaft.width * stage.width, stage.height * 0.95, bright);
      }
      context.restore();
    },
  };
}

function bubblesLayer(stage: Stage): Layer {
  const random = stage.random('bubbles');
  const bubbles = Array.from({ length: 46 }, () => ({
    x: random.next(),
    start: random.next(),
    speed: random.range(0.05, 0.14),
    radius: stage.unit * random.range(0.0015, 0.006),
    phase: random.range(0, 6),
  }));
  return {
    depth: 1.1,
    paint(context, moment) {
      context.strokeStyle = css(mix(stage.palette.sky[3], WHITE, 0.6), 0.55);
      context.lineWidth = Math.max(0.6, stage.unit * 0.0011);
      context.beginPath();
      for (const bubble of bubbles) {
        const risen = (bubble.start + moment.seconds * bubble.speed * (1 + moment.loudness)) % 1;
        const x = bubble.x * stage.width + Math.sin(moment.seconds * 1.6 + bubble.phase) * stage.unit * 0.012;
        const y = stage.height * (1.05 - risen * 1.1);
        context.moveTo(x + bubble.radius, y);
        context.arc(x, y, bubble.radius, 0, Math.PI * 2);
      }
      context.stroke();
    },
  };
}
