import type { Random } from '../../scene/random.js';
import { createRandom } from '../../scene/random.js';
import type { Scene } from '../../scene/scene.js';
import { paletteOf } from './palette.js';
import type { Palette } from './palette.js';

/** What every part of a shot's picture must know to fit the others. Lengths are pixels of the frame. */
export type Stage = {
  scene: Scene;
  palette: Palette;
  width: number;
  height: number;
  /** Base of all sizes, so that portrait and landscape frames look alike. */
  unit: number;
  /** How far layers reach beyond the frame on each side, for the camera to move in. */
  margin: number;
  horizon: number;
  /** Where the main subject stands. */
  ground: number;
  /** Whether the camera follows somebody, so that the world passes by. */
  scrolls: boolean;
  /** Pixels per second at depth 1; positive when the world moves left. */
  scrollSpeed: number;
  /** Background blur in pixels; 0 for a deep picture. */
  blur: number;
  /** Sun or moon. */
  lightX: number;
  lightY: number;
  lightRadius: number;
  /** -1 to 1; drives rain, snow, clouds, grass. */
  wind: number;
  random(purpose: string): Random;
  /** Choices that are the same in all shots of a video. */
  videoRandom(purpose: string): Random;
};

/** `videoSeed` is the same for all shots of a video. */
export function createStage(scene: Scene, videoSeed: number, width: number, height: number): Stage {
  const random = (purpose: string): Random => createRandom(scene.seed, purpose);
  const shared = createRandom(videoSeed, 'stage');
  const palette = paletteOf(scene, createRandom(videoSeed, 'palette'));
  const layout = random('layout');
  const unit = Math.min(width, height * 1.25, ((width + height) / 2) * 0.9);
  const close = scene.framing === 'close';
  const horizon = height * horizonOf(scene, layout);
  const scrolls = scene.move === 'tracking' && !close;
  const facing = shared.chance(0.5) ? 1 : -1;
  const low = scene.timeOfDay === 'golden' || scene.timeOfDay === 'dawn';
  const lightSide = layout.pick(0.3, 0.68, 0.24, 0.75, 0.5);
  return {
    scene,
    palette,
    width,
    height,
    unit,
    margin: Math.ceil(width * 0.2),
    horizon,
    ground: height * (close ? 0.98 : scene.framing === 'medium' ? 0.86 : 0.82),
    scrolls,
    scrollSpeed: scrolls ? facing * unit * speedOf(scene) : 0,
    blur: close ? unit * 0.014 : 0,
    lightX: width * lightSide,
    lightY: low ? horizon - unit * layout.range(0.03, 0.11) : height * layout.range(0.14, 0.3),
    lightRadius: unit * (scene.timeOfDay === 'night' ? layout.range(0.05, 0.11) : low ? 0.055 : 0.045),
    wind: shared.range(-1, 1) * (scene.weather === 'storm' || scene.weather === 'wind' ? 1 : 0.4),
    random,
    videoRandom: (purpose) => createRandom(videoSeed, purpose),
  };
}

function speedOf(scene: Scene): number {
  const main = scene.subjects[0];
  if (main === undefined) return 0.22;
  if (main.kind === 'car' || main.kind === 'train') return 0.75;
  return main.action === 'run' ? 0.48 : 0.2;
}

function horizonOf(scene: Scene, layout: Random): number {
  const wobble = layout.range(-0.03, 0.03);
  if (scene.move === 'aerial') return (scene.place === 'city' ? 0.46 : 0.38) + wobble;
  switch (scene.place) {
    case 'beach':
      return 0.5 + wobble;
    case 'sea':
    case 'lake':
      return 0.56 + wobble;
    case 'street':
      return 0.55 + wobble;
    case 'sky':
      return 0.66 + wobble;
    default:
      return 0.62 + wobble;
  }
}
