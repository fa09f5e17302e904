import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, mix } from '../base/colour.js';
import { drawGlow, glowSprite } from '../base/glow.js';
import type { Layer } from '../base/layer.js';
import type { Stage } from '../base/stage.js';

/** How far the sky reaches above and below the frame, as a share of its height, for tilts. */
const OVERLAP = 0.16;

/** Graded sky with stars and the glow around sun or moon. It moves with tilts only, in whole pixels: that is fast. */
export function skyLayer(stage: Stage): Layer {
  const overlap = Math.ceil(stage.height * OVERLAP);
  const canvas = createCanvas(stage.width, stage.height + 2 * overlap);
  const context = canvas.getContext('2d', { alpha: false });
  context.translate(0, overlap);
  paintGradient(context, stage, overlap);
  if (hasStars(stage)) paintStars(context, stage, overlap);
  paintHalo(context, stage);
  return { depth: 0, paint: (target) => target.drawImage(canvas, 0, -overlap) };
}

export function hasStars(stage: Stage): boolean {
  const { timeOfDay, weather, look } = stage.scene;
  if (stage.scene.place === 'space') return true;
  return (
    look !== 'ink' &&
    stage.scene.place !== 'underwater' &&
    (timeOfDay === 'night' || timeOfDay === 'dusk') &&
    (weather === 'clear' || weather === 'wind')
  );
}

/** 0-1: how clearly sun or moon come through. */
export function lightVisibility(stage: Stage): number {
  const byWeather = { clear: 1, wind: 0.9, cloudy: 0.85, fog: 0.5, snow: 0.35, rain: 0.12, storm: 0 };
  return byWeather[stage.scene.weather];
}

function paintGradient(context: SKRSContext2D, stage: Stage, overlap: number): void {
  const { sky, haze } = stage.palette;
  const bottom = stage.horizon + stage.height * 0.02;
  const gradient = context.createLinearGradient(0, -overlap * 0.5, 0, bottom);
  gradient.addColorStop(0, css(sky[0]));
  gradient.addColorStop(0.42, css(sky[1]));
  gradient.addColorStop(0.76, css(sky[2]));
  gradient.addColorStop(1, css(mix(sky[3], haze, 0.15)));
  context.fillStyle = gradient;
  context.fillRect(0, -overlap, stage.width, stage.height + 2 * overlap);
}

function paintStars(context: SKRSContext2D, stage: Stage, overlap: number): void {
  const random = stage.random('stars');
  const strength = stage.scene.timeOfDay === 'night' ? 1 : 0.5;
  for (let star = 0; star < 520; star++) {
    const x = random.range(0, stage.width);
    const y = random.range(-overlap, stage.scene.place === 'space' ? stage.height + overlap : stage.horizon);
    const fade = stage.scene.place === 'space' ? 1 : 1 - Math.max(0, y / stage.horizon) ** 1.6;
    const radius = stage.unit * (random.chance(0.06) ? random.range(0.0011, 0.0017) : random.range(0.0004, 0.0009));
    context.fillStyle = css(
      mix(stage.palette.light, [255, 255, 255], random.next()),
      fade * strength * random.range(0.25, 1),
    );
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fill();
  }
}

function paintHalo(context: SKRSContext2D, stage: Stage): void {
  const visibility = lightVisibility(stage);
  if (stage.scene.look === 'ink' || stage.scene.place === 'space') return;
  const glow = glowSprite(stage.palette.light);
  const low = stage.scene.timeOfDay === 'golden' || stage.scene.timeOfDay === 'dawn';
  const reach = stage.unit * (low ? 0.95 : 0.6);
  drawGlow(
    context,
    glow,
    stage.lightX,
    stage.lightY,
    reach,
    reach * (low ? 0.55 : 1),
    (low ? 0.55 : 0.32) * (0.3 + 0.7 * visibility),
  );
  drawGlow(context, glow, stage.lightX, stage.lightY, reach * 0.35, reach * 0.35, 0.4 * visibility);
  if (low) drawGlow(context, glow, stage.lightX, stage.horizon, stage.width * 0.9, stage.unit * 0.14, 0.35);
}
