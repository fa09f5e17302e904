import { drawGlow, glowSprite } from '../base/glow.js';
import type { Layer } from '../base/layer.js';
import type { Stage } from '../base/stage.js';
import { isWet } from './road.js';
import type { StreetView } from './street-view.js';

/** Pairs of head and tail lights far down the street, mirrored when it is wet. */
export function trafficLayer(stage: Stage, view: StreetView): Layer {
  const random = stage.random('traffic');
  const cars = Array.from({ length: 5 }, () => ({
    away: random.chance(0.5),
    start: random.next(),
    speed: random.range(0.035, 0.07),
  }));
  const head = glowSprite([255, 240, 205]);
  const tail = glowSprite([255, 60, 40]);
  const shown = stage.scene.timeOfDay === 'day' ? 0.35 : 1;
  return {
    depth: 0.6,
    paint(context, moment) {
      for (const car of cars) {
        const along = (car.start + moment.seconds * car.speed) % 1;
        const z = car.away ? 5 + 24 * along : 29 - 24 * along;
        const fade = Math.min(1, along * 8, (1 - along) * 8) * shown;
        const scale = view.scaleAt(z);
        for (const lamp of [-0.13, 0.13]) {
          const [x, y] = view.project((car.away ? 0.45 : -0.45) + lamp, 0.16, z);
          const sprite = car.away ? tail : head;
          const size = scale * (car.away ? 0.16 : 0.26) * (1 + moment.loudness * 0.4);
          drawGlow(context, sprite, x, y, size, size, fade);
          if (isWet(stage)) drawGlow(context, sprite, x, y + scale * 0.42, size * 0.4, scale * 0.4, fade * 0.55);
        }
      }
    },
  };
}
