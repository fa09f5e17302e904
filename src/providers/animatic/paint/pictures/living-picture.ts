import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';
import type { Scene } from '../../scene/scene.js';
import { drawGlow, glowSprite } from '../base/glow.js';
import type { Moment } from '../base/layer.js';
import { smoothstep } from '../base/noise.js';
import { createStage } from '../base/stage.js';
import { paintLayers } from '../frame/camera.js';
import { weatherLayers } from '../weather/weather.js';
import { drawCover } from './cover.js';
import { referenceLayers } from './references.js';

/** A still picture that comes to life. `life` 0 shows it exactly as it is. */
type LivingPicture = { paint(context: SKRSContext2D, moment: Moment, life: number): void };

/**
 * The camera pushes slowly into the picture, its middle a little faster than its rim, while the weather and the light
 * of the scene come up over it.
 */
export function createLivingPicture(
  picture: Image,
  scene: Scene,
  videoSeed: number,
  width: number,
  height: number,
  references: readonly Image[],
): LivingPicture {
  const stage = createStage({ ...scene, move: 'drift', subjects: [] }, videoSeed, width, height);
  const whole = createCanvas(width, height);
  drawCover(whole.getContext('2d'), picture, width, height);
  const middle = feathered(whole, width, height);
  const light = createCanvas(width, height);
  drawGlow(
    light.getContext('2d'),
    glowSprite(stage.palette.light, 0.6),
    stage.lightX,
    stage.lightY,
    width * 0.8,
    height * 0.9,
    1,
  );
  const overlays = [...referenceLayers(stage, references), ...weatherLayers(stage)];
  const overlay = createCanvas(width, height);
  const overlayContext = overlay.getContext('2d');
  const random = stage.random('living picture');
  const towards = { x: random.range(0.38, 0.62) * width, y: random.range(0.4, 0.56) * height };
  return {
    paint(context, moment, life) {
      const push = smoothstep(0, 1.15, moment.progress) * 0.15 + moment.loudness * 0.018 * life;
      const sway = Math.sin(moment.seconds * 0.8) * width * 0.003 * life;
      drawZoomed(context, whole, towards, 1 + push, sway);
      if (push > 0.002) drawZoomed(context, middle, towards, 1 + push * 1.2, -sway);
      if (life <= 0) return;
      context.globalCompositeOperation = 'screen';
      context.globalAlpha = Math.min(1, life * (0.22 + 0.06 * Math.sin(moment.seconds * 0.9) + moment.loudness * 0.4));
      context.drawImage(light, 0, 0);
      context.globalCompositeOperation = 'source-over';
      context.globalAlpha = 1;
      if (overlays.length === 0) return;
      overlayContext.clearRect(0, 0, width, height);
      paintLayers(overlayContext, stage, overlays, { x: 0, y: 0, zoom: 1 }, moment);
      context.globalAlpha = life * 0.9;
      context.drawImage(overlay, 0, 0);
      context.globalAlpha = 1;
    },
  };
}

function drawZoomed(
  context: SKRSContext2D,
  picture: Canvas,
  towards: { x: number; y: number },
  zoom: number,
  sway: number,
): void {
  const limit = ((zoom - 1) * picture.width) / 4;
  const x = towards.x * (1 - zoom) + Math.max(-limit, Math.min(limit, sway));
  context.drawImage(picture, x, towards.y * (1 - zoom), picture.width * zoom, picture.height * zoom);
}

/** The middle of a picture, fading to nothing towards its rim. */
function feathered(picture: Canvas, width: number, height: number): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0);
  context.globalCompositeOperation = 'destination-in';
  context.translate(width / 2, height * 0.54);
  context.scale(width / 2, height / 2);
  const gradient = context.createRadialGradient(0, 0, 0.25, 0, 0, 0.85);
  gradient.addColorStop(0, 'rgba(0,0,0,1)');
  gradient.addColorStop(1, 'rgba(0,0,0,0)');
  context.fillStyle = gradient;
  context.fillRect(-2, -2, 4, 4);
  return canvas;
}
