import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, mix } from '../base/colour.js';
import { drawGlow, glowSprite } from '../base/glow.js';
import type { Layer } from '../base/layer.js';
import { fractal, smoothstep } from '../base/noise.js';
import { surface } from '../base/palette.js';
import { shadePixels } from '../base/pixels.js';
import type { Stage } from '../base/stage.js';
import { stripLayer } from '../base/tile.js';
import { ALBEDO } from './albedo.js';
import type { StreetLight, StreetView } from './street-view.js';

export function isWet(stage: Stage): boolean {
  return stage.scene.weather === 'rain' || stage.scene.weather === 'storm' || stage.scene.look === 'neon';
}

/** The road and its pavements. Lamps throw pools of light on it; when wet, it mirrors every light. */
export function roadLayer(stage: Stage, view: StreetView, lights: readonly StreetLight[]): Layer {
  const margin = stage.margin;
  const top = Math.floor(view.vanishY);
  const canvas = createCanvas(stage.width + 2 * margin, Math.ceil(stage.height * 1.16) - top);
  const context = canvas.getContext('2d');
  context.translate(margin, -top);
  paintGround(context, stage, view, top, canvas.width, canvas.height);
  paintMarkings(context, stage, view);
  for (const light of lights) paintLightOnRoad(context, stage, view, light);
  if (isWet(stage)) paintPuddles(context, stage, top, canvas.width, canvas.height);
  return stripLayer(stage, 0.8, { canvas, top });
}

function paintGround(
  context: SKRSContext2D,
  stage: Stage,
  view: StreetView,
  top: number,
  width: number,
  height: number,
): void {
  const { palette } = stage;
  const road = surface(palette, stage.scene.snowCover ? mix(ALBEDO.road, ALBEDO.snow, 0.55) : ALBEDO.road, 0.9);
  const gradient = context.createLinearGradient(0, top, 0, top + height);
  const mirrored = isWet(stage) ? mix(palette.sky[3], palette.dark, 0.25) : palette.haze;
  gradient.addColorStop(0, css(mix(mirrored, palette.haze, 0.5)));
  gradient.addColorStop(0.25, css(mix(road, mirrored, 0.35)));
  gradient.addColorStop(1, css(mix(road, palette.dark, 0.6)));
  context.fillStyle = gradient;
  context.fillRect(-stage.margin, top, width, height);
  for (const side of [-1, 1]) {
    context.fillStyle = css(
      stage.scene.snowCover
        ? surface(palette, ALBEDO.snow, 0.8)
        : mix(surface(palette, ALBEDO.wall, 0.85), palette.dark, 0.25),
      0.75,
    );
    context.beginPath();
    context.moveTo(...view.project(side * 1.1, 0.02, 0.4));
    context.lineTo(...view.project(side * 1.1, 0.02, 60));
    context.lineTo(...view.project(side * 9, 0.02, 60));
    context.lineTo(...view.project(side * 9, 0.02, 0.4));
    context.fill();
    context.fillStyle = css(palette.light, 0.14);
    context.beginPath();
    context.moveTo(...view.project(side * 1.08, 0, 0.4));
    context.lineTo(...view.project(side * 1.08, 0, 60));
    context.lineTo(...view.project(side * 1.1, 0.02, 60));
    context.lineTo(...view.project(side * 1.1, 0.02, 0.4));
    context.fill();
  }
}

function paintMarkings(context: SKRSContext2D, stage: Stage, view: StreetView): void {
  context.fillStyle = css(mix(surface(stage.palette, [230, 226, 210], 0.9), stage.palette.dark, 0.2), 0.5);
  for (let z = 0.7; z < 26; z *= 1.32) {
    context.beginPath();
    context.moveTo(...view.project(-0.025, 0, z));
    context.lineTo(...view.project(0.025, 0, z));
    context.lineTo(...view.project(0.025, 0, z * 1.14));
    context.lineTo(...view.project(-0.025, 0, z * 1.14));
    context.fill();
  }
}

function paintLightOnRoad(context: SKRSContext2D, stage: Stage, view: StreetView, light: StreetLight): void {
  const [x, ground] = view.project(light.x, 0, light.z);
  const [, y] = view.project(light.x, light.y, light.z);
  const scale = view.scaleAt(light.z);
  const glow = glowSprite(light.colour);
  drawGlow(
    context,
    glow,
    x - Math.sign(light.x) * scale * 0.15,
    ground,
    scale * light.size * 2,
    scale * light.size * 0.4,
    0.3,
  );
  if (!isWet(stage)) return;
  const depth = ground - y;
  drawGlow(context, glow, x, ground + depth * 0.75, scale * light.size * 0.3, depth * 1.0, 0.5);
  drawGlow(context, glow, x, ground + depth * 0.6, scale * light.size * 0.12, depth * 0.7, 0.5);
}

/** Breaks the mirrored lights into ripples and lays still water into the hollows. */
function paintPuddles(context: SKRSContext2D, stage: Stage, top: number, width: number, height: number): void {
  const seed = stage.random('puddles').integer(0, 99999);
  const { sky, dark, light } = stage.palette;
  const columns = width / 4;
  const rows = height / 2;
  const picture = shadePixels(columns, rows, (x, y, target, at) => {
    const down = (y + 1) / rows;
    const u = ((x / columns - 0.5) * 4) / (down + 0.06) + 300;
    const v = 3 / (down + 0.06);
    const ripple = fractal(u * 1.2, v * 4, 3, 4096, seed);
    const puddle = smoothstep(0.52, 0.6, fractal(u * 0.22, v * 0.8, 3, 4096, seed + 4));
    const shine = smoothstep(0.55, 0.8, ripple);
    const colour = mix(dark, mix(sky[3], light, 0.2), puddle * 0.75 + shine * 0.25);
    target[at] = colour[0];
    target[at + 1] = colour[1];
    target[at + 2] = colour[2];
    target[at + 3] = 255 * (puddle * 0.26 + (1 - puddle) * smoothstep(0.42, 0.68, ripple) * 0.5);
  });
  context.drawImage(picture, -stage.margin, top, width, height);
}
