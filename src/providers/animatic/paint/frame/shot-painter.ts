import { createCanvas } from '@napi-rs/canvas';
import type { Image, SKRSContext2D } from '@napi-rs/canvas';
import type { Scene } from '../../scene/scene.js';
import { css } from '../base/colour.js';
import { drawGlow, glowSprite } from '../base/glow.js';
import type { Layer, Moment } from '../base/layer.js';
import { createStage } from '../base/stage.js';
import type { Stage } from '../base/stage.js';
import { referenceLayers } from '../pictures/references.js';
import { foregroundLayers } from '../places/landscapes.js';
import { placeLayers } from '../places/place.js';
import { cloudLayer } from '../sky/clouds.js';
import { lightVisibility, skyLayer } from '../sky/sky.js';
import { sunOrMoonLayer, twinkleLayer } from '../sky/sun-and-moon.js';
import { extraLayers } from '../subjects/extras.js';
import { subjectLayers } from '../subjects/subject-layer.js';
import { mistLayers, weatherLayers } from '../weather/weather.js';
import { mergeStrips } from './merge-strips.js';
import { createBackdrop } from './backdrop.js';
import { createCamera, paintLayers } from './camera.js';

/** Paints one shot, without grain or caption. */
type ShotPainter = { paint(context: SKRSContext2D, moment: Moment): void };

/**
 * Builds every still part of the shot's picture once. `videoSeed` keeps the shots of one video alike; `references`
 * appear in the scene.
 */
export function createShotPainter(
  scene: Scene,
  videoSeed: number,
  width: number,
  height: number,
  references: readonly Image[],
): ShotPainter {
  const stage = createStage(scene, videoSeed, width, height);
  const layers = shotLayers(stage, references);
  const camera = createCamera(stage);
  const backdrop = createBackdrop(stage, layers, camera);
  const front = layers.slice(backdrop.layers);
  const pulse = css(stage.palette.light);
  return {
    paint(context, moment) {
      backdrop.paint(context, moment);
      paintLayers(context, stage, front, camera(moment), moment);
      if (moment.loudness < 0.02) return;
      context.globalCompositeOperation = 'screen';
      context.globalAlpha = Math.min(0.3, moment.loudness * 0.2);
      context.fillStyle = pulse;
      context.fillRect(0, 0, width, height);
      context.globalAlpha = 1;
      context.globalCompositeOperation = 'source-over';
    },
  };
}

/** Light that spills from sun or moon over what lies in front of it. */
function bloomLayer(stage: Stage): Layer {
  const reach = stage.unit * 0.7;
  const left = Math.max(0, Math.floor(stage.lightX - reach));
  const top = Math.max(0, Math.floor(stage.lightY - reach));
  const right = Math.min(stage.width, Math.ceil(stage.lightX + reach));
  const bottom = Math.min(stage.height, Math.ceil(stage.lightY + reach));
  const canvas = createCanvas(Math.max(1, right - left), Math.max(1, bottom - top));
  drawGlow(
    canvas.getContext('2d'),
    glowSprite(stage.palette.light, 0.5),
    stage.lightX - left,
    stage.lightY - top,
    reach,
    reach,
    0.6 * lightVisibility(stage),
  );
  return {
    depth: 0,
    paint(context, moment) {
      context.globalCompositeOperation = 'screen';
      context.globalAlpha = Math.min(1, 0.6 + moment.loudness * 0.4);
      context.drawImage(canvas, left, top);
      context.globalAlpha = 1;
      context.globalCompositeOperation = 'source-over';
    },
  };
}

/** Everything a shot shows, from far to near. */
function shotLayers(stage: Stage, references: readonly Image[]): Layer[] {
  return mergeStrips(stage, [
    ...skyLayers(stage),
    ...placeLayers(stage),
    ...mistLayers(stage),
    bloomLayer(stage),
    ...referenceLayers(stage, references),
    ...extraLayers(stage),
    ...subjectLayers(stage),
    ...foregroundLayers(stage),
    ...weatherLayers(stage),
  ]);
}

function skyLayers(stage: Stage): Layer[] {
  if (stage.scene.place === 'underwater') return [skyLayer(stage)];
  if (stage.scene.place === 'space') return [skyLayer(stage), twinkleLayer(stage)];
  return [skyLayer(stage), twinkleLayer(stage), sunOrMoonLayer(stage), cloudLayer(stage)];
}
