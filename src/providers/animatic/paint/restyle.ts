import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';
import { FRAME_RATE } from '../brief.js';
import { findWords } from '../scene/find-words.js';
import { hashUnit } from '../scene/random.js';
import { readScene } from '../scene/read-scene.js';
import type { Weather } from '../scene/scene.js';
import { createStage } from './base/stage.js';
import { paintLayers } from './frame/camera.js';
import { drawCover } from './pictures/cover.js';
import { darkenCorners, filtered, softCopy, tint, blend } from './restyle/grades.js';
import { comic, dream, neon, pixel, sketch, vintage, watercolour } from './restyle/looks.js';
import { STYLE_WORDS } from './restyle/style-words.js';
import type { Style } from './restyle/style-words.js';
import { weatherLayers } from './weather/weather.js';

const MOST_STYLES = 3;
const DEFAULT_STYLES: readonly Style[] = ['warm', 'cool', 'dream', 'vintage'];

/**
 * Paints one frame of a video over the whole context, changed as the instruction says (English or Chinese words for
 * light, weather and manner). Without a known word the seed chooses a gentle grade. The same arguments give the same
 * pixels.
 */
export function restyle(
  context: SKRSContext2D,
  sourceFrame: Canvas | Image,
  instruction: string,
  seed: number,
  frameIndex: number,
): void {
  const { width, height } = context.canvas;
  drawCover(context, sourceFrame, width, height);
  for (const style of stylesOf(instruction, seed)) applyStyle(context, style, seed, frameIndex);
  const weather = weatherOf(instruction);
  if (weather !== null) paintWeather(context, instruction, weather, seed, frameIndex);
}

/** The styles that an instruction asks for, in the order in which they are laid over each other. */
function stylesOf(instruction: string, seed: number): Style[] {
  const found = findWords(instruction, STYLE_WORDS).sort((a, b) => b.row - a.row);
  const styles = [...new Set(found.map((word) => word.value))].slice(0, MOST_STYLES);
  const byChance = DEFAULT_STYLES[Math.floor(hashUnit(seed, 5) * DEFAULT_STYLES.length)] ?? 'warm';
  return styles.length === 0 ? [byChance] : styles;
}

function applyStyle(context: SKRSContext2D, style: Style, seed: number, frameIndex: number): void {
  const unit = Math.min(context.canvas.width, context.canvas.height * 1.25);
  switch (style) {
    case 'night':
      filtered(context, 'brightness(0.8) contrast(1.1) saturate(0.7)');
      tint(context, 'multiply', 0.85, [64, 92, 172], [128, 148, 205]);
      tint(context, 'screen', 0.16, [20, 34, 80]);
      darkenCorners(context, 0.65);
      return;
    case 'golden':
      filtered(context, 'saturate(1.15) contrast(1.05)');
      tint(context, 'soft-light', 0.75, [255, 190, 90], [255, 120, 60]);
      tint(context, 'multiply', 0.35, [255, 214, 150], [230, 140, 110]);
      blend(context, softCopy(context, unit * 0.03), 'screen', 0.22);
      return;
    case 'snow':
      filtered(context, 'saturate(0.5) brightness(1.1) contrast(0.95)');
      tint(context, 'soft-light', 0.6, [200, 222, 255], [235, 242, 255]);
      tint(context, 'screen', 0.2, [120, 140, 170], [150, 165, 190]);
      return;
    case 'rain':
      filtered(context, 'saturate(0.6) brightness(0.78) contrast(1.08)');
      tint(context, 'multiply', 0.5, [130, 150, 180]);
      return;
    case 'fog':
      filtered(context, 'saturate(0.55) contrast(0.72) brightness(1.08)');
      tint(context, 'screen', 0.35, [150, 160, 172], [110, 118, 130]);
      return;
    case 'sepia':
      filtered(context, 'sepia(0.9) contrast(1.05)');
      darkenCorners(context, 0.5);
      return;
    case 'monochrome':
      filtered(context, 'grayscale(1) contrast(1.15)');
      return;
    case 'noir':
      filtered(context, 'grayscale(1) contrast(1.7) brightness(0.82)');
      darkenCorners(context, 0.9);
      return;
    case 'autumn':
      filtered(context, 'hue-rotate(-28deg) saturate(1.3)');
      tint(context, 'soft-light', 0.6, [255, 170, 80], [200, 80, 30]);
      return;
    case 'warm':
      filtered(context, 'saturate(1.12) brightness(1.04)');
      tint(context, 'soft-light', 0.4, [255, 196, 120]);
      return;
    case 'cool':
      filtered(context, 'saturate(0.9) contrast(1.08)');
      tint(context, 'soft-light', 0.5, [90, 150, 200], [40, 90, 140]);
      return;
    case 'sketch':
      return sketch(context, seed, unit);
    case 'watercolour':
      return watercolour(context, seed, unit);
    case 'neon':
      return neon(context, unit);
    case 'vintage':
      return vintage(context, seed, frameIndex, unit);
    case 'dream':
      return dream(context, unit);
    case 'comic':
      return comic(context, unit);
    case 'pixel':
      return pixel(context, unit);
  }
}

function weatherOf(instruction: string): Weather | null {
  const found = findWords(instruction, STYLE_WORDS).map((word) => word.value);
  if (found.includes('snow')) return 'snow';
  if (found.includes('rain')) return 'rain';
  return found.includes('fog') ? 'fog' : null;
}

function paintWeather(
  context: SKRSContext2D,
  instruction: string,
  weather: Weather,
  seed: number,
  frameIndex: number,
): void {
  const { width, height } = context.canvas;
  const scene = {
    ...readScene(instruction, seed),
    weather,
    place: 'meadow' as const,
    subjects: [],
    move: 'drift' as const,
  };
  const stage = createStage(scene, seed, width, height);
  const seconds = frameIndex / FRAME_RATE;
  paintLayers(
    context,
    stage,
    weatherLayers(stage),
    { x: 0, y: 0, zoom: 1 },
    { seconds, progress: 0.5, lengthSeconds: 1, loudness: 0 },
  );
}
