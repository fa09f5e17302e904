import type { Layer } from '../base/layer.js';
import type { Stage } from '../base/stage.js';
import { cityLayers } from './skyline.js';
import { streetLayers } from './street.js';
import { streetSideLayers } from './street-side.js';
import { forestLayers } from './forest.js';
import { roomLayers } from './inner-places.js';
import { skyHighLayers, spaceLayers, underwaterLayers } from './other-worlds.js';
import { beachLayers, desertLayers, lakeLayers, meadowLayers, mountainLayers, seaLayers } from './landscapes.js';

/** Everything between the sky and the foreground, from far to near. */
export function placeLayers(stage: Stage): Layer[] {
  switch (stage.scene.place) {
    case 'city':
      return stage.scrolls && isOnTheRoad(stage) ? streetSideLayers(stage) : cityLayers(stage);
    case 'street':
      return stage.scrolls ? streetSideLayers(stage) : streetLayers(stage);
    case 'mountain':
      return mountainLayers(stage);
    case 'desert':
      return desertLayers(stage);
    case 'sea':
      return seaLayers(stage);
    case 'beach':
      return beachLayers(stage);
    case 'lake':
      return lakeLayers(stage);
    case 'forest':
      return forestLayers(stage);
    case 'room':
      return roomLayers(stage);
    case 'space':
      return spaceLayers(stage);
    case 'sky':
      return skyHighLayers(stage);
    case 'underwater':
      return underwaterLayers(stage);
    case 'meadow':
      return meadowLayers(stage);
  }
}

function isOnTheRoad(stage: Stage): boolean {
  const kind = stage.scene.subjects[0]?.kind;
  return kind === 'car' || kind === 'train' || kind === 'horse';
}
