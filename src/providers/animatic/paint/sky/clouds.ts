import type { Canvas } from '@napi-rs/canvas';
import type { Weather } from '../../scene/scene.js';
import { brighten, mix, WHITE } from '../base/colour.js';
import type { Layer } from '../base/layer.js';
import { fractal, smoothstep } from '../base/noise.js';
import { shadePixels } from '../base/pixels.js';
import type { Stage } from '../base/stage.js';

/** One computed pixel stands for this many of the frame. */
const COARSE = 5;

/** A layer of clouds in perspective: large overhead, dense at the horizon, lit from the side of sun or moon. */
export function cloudLayer(stage: Stage): Layer {
  const top = -stage.height * 0.12;
  const height = stage.horizon - top;
  const width = stage.width + 2 * stage.margin;
  const picture = drawClouds(
    stage,
    width,
    height,
    coverage(stage.scene.weather) + stage.random('clouds').range(-0.04, 0.05),
  );
  return {
    depth: 0.08,
    paint(context, moment) {
      const drift = stage.wind * moment.seconds * stage.unit * 0.012;
      context.drawImage(picture, -stage.margin + drift, top, width, height);
    },
  };
}

function coverage(weather: Weather): number {
  const byWeather = { clear: 0.4, wind: 0.5, cloudy: 0.56, fog: 0.5, snow: 0.7, rain: 0.72, storm: 0.82 };
  return byWeather[weather];
}

function drawClouds(stage: Stage, width: number, height: number, cover: number): Canvas {
  const random = stage.random('cloud field');
  const noiseSeed = random.integer(0, 99999);
  const stretch = random.range(0.5, 0.8);
  const { sky, light, ambient } = stage.palette;
  const night = stage.scene.timeOfDay === 'night';
  const storm = stage.scene.weather === 'storm' || stage.scene.weather === 'rain';
  const bright = storm
    ? mix(sky[2], sky[3], 0.35)
    : night
      ? mix(sky[3], light, 0.22)
      : mix(light, WHITE, stage.scene.timeOfDay === 'day' ? 0.6 : 0.15);
  const shade = storm ? brighten(mix(sky[1], ambient, 0.2), 0.72) : mix(sky[1], sky[2], 0.55);
  const low = 1 - cover;
  const columns = width / COARSE;
  const rows = height / COARSE;
  const lightColumn = ((stage.lightX + stage.margin) / width) * columns;
  const density = (x: number, y: number): number => {
    const distance = 0.16 + (1 - y / rows) * 1.15;
    const u = ((x - columns / 2) / rows) * (0.55 / distance) * stretch * 3 + 40;
    const v = (1.5 / distance) * 1.25;
    return fractal(u, v * 2.2, 5, 512, noiseSeed);
  };
  return shadePixels(columns, rows, (x, y, target, at) => {
    const here = density(x, y);
    const cloud = smoothstep(low, low + 0.2, here);
    if (cloud === 0) return;
    const towards = density(x + Math.sign(lightColumn - x) * 1.6, y - 2);
    const near = Math.max(0, 1 - Math.abs(x - lightColumn) / (columns * 0.45));
    const lit = Math.max(
      0,
      Math.min(1, 0.45 + (here - towards) * 7 - (here - low) * (storm ? 1.6 : 0.9) + near * 0.35),
    );
    const colour = mix(shade, bright, lit);
    const horizonFade = smoothstep(0, 0.16, 1 - y / rows);
    target[at] = colour[0];
    target[at + 1] = colour[1];
    target[at + 2] = colour[2];
    target[at + 3] = 255 * cloud * (0.25 + 0.75 * horizonFade) * (night ? 0.8 : 0.92);
  });
}
