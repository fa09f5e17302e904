import { mix, WHITE } from '../base/colour.js';
import type { Layer } from '../base/layer.js';
import type { Stage } from '../base/stage.js';
import { rainLayers } from './rain.js';
import { fogLayer, motesLayer, snowLayer } from './particles.js';

/** What falls or floats in front of everything. */
export function weatherLayers(stage: Stage): Layer[] {
  const { weather, place, mood, timeOfDay } = stage.scene;
  if (place === 'space' || place === 'underwater') return [];
  if (place === 'room') return [motesLayer(stage, stage.palette.light, 40, true)];
  const floating = motesOf(stage);
  switch (weather) {
    case 'rain':
    case 'storm':
      return rainLayers(stage);
    case 'snow':
      return [snowLayer(stage)];
    case 'fog':
      return place === 'forest' ? floating : [fogLayer(stage, 1.2, 0.4)];
    default:
      return mood === 'tense' && timeOfDay === 'day' ? [] : floating;
  }
}

/** Mist between the layers of a foggy place, so that what is far fades away. */
export function mistLayers(stage: Stage): Layer[] {
  if (stage.scene.weather !== 'fog' || ['room', 'forest', 'space', 'underwater'].includes(stage.scene.place)) return [];
  return [fogLayer(stage, 0.5, 0.85)];
}

function motesOf(stage: Stage): Layer[] {
  const { place, timeOfDay, mood } = stage.scene;
  const natural = place === 'meadow' || place === 'forest' || place === 'lake';
  if (natural && timeOfDay === 'night') return [motesLayer(stage, [214, 255, 140], 30, true)];
  if (natural && (timeOfDay === 'golden' || timeOfDay === 'dawn'))
    return [motesLayer(stage, stage.palette.light, 36, true)];
  if (mood === 'dreamy' || mood === 'joyful')
    return [motesLayer(stage, mix(stage.palette.light, WHITE, 0.4), 26, true)];
  if (place === 'desert') return [motesLayer(stage, stage.palette.light, 24, false)];
  return [];
}
