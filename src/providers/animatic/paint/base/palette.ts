import type { Scene } from '../../scene/scene.js';
import type { Random } from '../../scene/random.js';
import { BLACK, brighten, hex, luminance, mix, multiply, saturate } from './colour.js';
import type { Colour } from './colour.js';
import { INK_PALETTE, NEON_PALETTES, PALETTES } from './palette-data.js';
import type { PaletteRow } from './palette-data.js';

export type Palette = {
  /** From the top down to the horizon. */
  sky: readonly [Colour, Colour, Colour, Colour];
  light: Colour;
  haze: Colour;
  ambient: Colour;
  dark: Colour;
  lamp: Colour;
  /** 0-1: how much of a distant thing is lost in the air. */
  airThickness: number;
};

/** The colours of a scene. `random` must be the same for all shots of a video, so that they match. */
export function paletteOf(scene: Scene, random: Random): Palette {
  const row = chooseRow(scene, random);
  const hueShift = random.range(-0.06, 0.06);
  const grade = (text: string): Colour => gradeColour(hex(text), scene, hueShift);
  const sky = inPlace(skyOf(row, grade, scene), scene);
  const dull = dullness(scene);
  return {
    sky,
    light: mix(grade(row.light), sky[3], dull * 0.5),
    haze: scene.place === 'underwater' ? mix(sky[2], sky[1], 0.5) : mix(grade(row.haze), sky[3], dull * 0.6),
    ambient: mix(grade(row.ambient), mix(sky[2], sky[3], 0.5), dull * 0.4),
    dark: grade(row.dark),
    lamp: scene.look === 'noir' ? saturate(hex(row.lamp), 0) : hex(row.lamp),
    airThickness: scene.weather === 'fog' ? 0.95 : scene.weather === 'rain' || scene.weather === 'snow' ? 0.7 : 0.5,
  };
}

/** Water and space have a sky of their own. */
function inPlace(sky: Palette['sky'], scene: Scene): Palette['sky'] {
  if (scene.place === 'space')
    return [mix(sky[0], BLACK, 0.75), mix(sky[0], BLACK, 0.6), mix(sky[1], BLACK, 0.6), mix(sky[1], BLACK, 0.45)];
  if (scene.place !== 'underwater') return sky;
  const bright = scene.timeOfDay === 'night' || scene.timeOfDay === 'dusk' ? 0.4 : 1;
  const water = (text: string, share: number): Colour => mix(brighten(hex(text), bright), sky[1], share);
  return [water('#8fdce0', 0.2), water('#3fa2b8', 0.2), water('#17688c', 0.2), water('#0b3f66', 0.15)];
}

/** A surface seen in this light. `nearness` 0 is lost in the haze, 1 is close by. */
export function surface(palette: Palette, albedo: Colour, nearness: number): Colour {
  const lit = multiply(albedo, palette.ambient);
  const clear = Math.pow(Math.max(0, Math.min(1, nearness)), 0.35 + palette.airThickness);
  return mix(palette.haze, lit, clear);
}

function chooseRow(scene: Scene, random: Random): PaletteRow {
  const [first, ...others] =
    scene.look === 'neon' ? NEON_PALETTES : scene.look === 'ink' ? [INK_PALETTE] : PALETTES[scene.timeOfDay];
  return first === undefined ? INK_PALETTE : random.pick(first, ...others);
}

function gradeColour(colour: Colour, scene: Scene, hueShift: number): Colour {
  let graded: Colour = [colour[0] * (1 + hueShift), colour[1], colour[2] * (1 - hueShift)];
  if (scene.tint !== null) {
    const tint = hex(scene.tint);
    const matched = brighten(tint, (luminance(graded) + 8) / (luminance(tint) + 8));
    graded = mix(graded, matched, 0.38);
  }
  graded = saturate(graded, saturationOf(scene));
  return [Math.min(255, graded[0]), Math.min(255, graded[1]), Math.min(255, graded[2])];
}

function saturationOf(scene: Scene): number {
  if (scene.look === 'noir') return 0;
  if (scene.look === 'neon') return 1.1;
  switch (scene.mood) {
    case 'joyful':
      return 1.15;
    case 'epic':
      return 1.08;
    case 'melancholic':
      return 0.72;
    case 'tense':
      return 0.78;
    default:
      return 1;
  }
}

/** 0-1: how far the weather takes colour and contrast out of the sky. */
function dullness(scene: Scene): number {
  const byWeather = { clear: 0, wind: 0.1, cloudy: 0.2, snow: 0.6, rain: 0.65, fog: 0.7, storm: 0.8 };
  const amount = byWeather[scene.weather];
  return scene.timeOfDay === 'golden' || scene.timeOfDay === 'dawn' || scene.look === 'neon' ? amount * 0.6 : amount;
}

function skyOf(row: PaletteRow, grade: (text: string) => Colour, scene: Scene): Palette['sky'] {
  const stops = [grade(row.sky[0]), grade(row.sky[1]), grade(row.sky[2]), grade(row.sky[3])] as const;
  const dull = dullness(scene);
  const middle = saturate(mix(stops[1], stops[2], 0.5), 0.45);
  const darker =
    scene.weather === 'storm' ? 0.62 : scene.weather === 'rain' ? 0.8 : scene.weather === 'snow' ? 1.08 : 1;
  const dim = (colour: Colour): Colour =>
    brighten(mix(colour, saturate(mix(colour, middle, 0.6), 0.55), dull), 1 + (darker - 1));
  return [dim(stops[0]), dim(stops[1]), dim(stops[2]), dim(stops[3])];
}
