import type { Layer } from '../base/layer.js';
import { mix } from '../base/colour.js';
import type { Stage } from '../base/stage.js';
import { tileLayer } from '../base/tile.js';
import { paintPalm } from './plants.js';
import { treeTones } from './tree-line.js';

/** Palms at the side away from the light, dark against the sea. */
export function palmsLayer(stage: Stage): Layer {
  return tileLayer(stage, {
    depth: 1.15,
    top: -stage.height * 0.1,
    height: stage.height * 1.25,
    draw(context, period) {
      const random = stage.random('palms');
      const tones = treeTones(stage, 'broadleaf', 1);
      const dark = {
        ...tones,
        body: mix(tones.body, stage.palette.dark, 0.75),
        dark: stage.palette.dark,
        lit: mix(tones.body, stage.palette.light, 0.2),
      };
      const onRight = stage.lightX < stage.width / 2;
      const count = random.integer(1, 3);
      for (let palm = 0; palm < count; palm++) {
        const inward = random.range(0, 0.16) * stage.width;
        const x = onRight ? stage.margin + stage.width - inward : stage.margin + inward;
        const height = stage.unit * random.range(0.55, 0.85);
        paintPalm(
          context,
          Math.min(x, period),
          stage.height * 1.12,
          height,
          (onRight ? -1 : 1) * random.range(0.4, 1.1),
          dark,
          random,
        );
      }
    },
  });
}
