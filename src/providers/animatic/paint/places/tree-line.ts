import type { Canvas } from '@napi-rs/canvas';
import { brighten, mix } from '../base/colour.js';
import type { Colour } from '../base/colour.js';
import type { Layer } from '../base/layer.js';
import { surface } from '../base/palette.js';
import type { Stage } from '../base/stage.js';
import { tileLayer, wrapped } from '../base/tile.js';
import { ALBEDO } from './albedo.js';
import { broadleafSprite, coniferSprite } from './plants.js';
import type { Tones } from './plants.js';

type TreeLine = {
  purpose: string;
  depth: number;
  foot: number;
  /** Of the tallest trees. */
  treeHeight: number;
  /** Distance between trees as a share of the height. */
  spacing: number;
  nearness: number;
  kind: 'conifer' | 'broadleaf';
  /** Share of places left empty. */
  gaps: number;
};

/** A row of trees at one distance. */
export function treeLineLayer(stage: Stage, line: TreeLine): Layer {
  const tall = line.treeHeight * 1.1;
  return tileLayer(stage, {
    depth: line.depth,
    top: line.foot - tall,
    height: tall + line.treeHeight * 0.08,
    draw(context, period) {
      const random = stage.random(line.purpose);
      const tones = treeTones(stage, line.kind, line.nearness);
      const draw = line.kind === 'conifer' ? coniferSprite : broadleafSprite;
      const sprites: Canvas[] = Array.from({ length: 6 }, (_, index) =>
        draw(line.treeHeight * (0.72 + index * 0.055), tones, random),
      );
      let x = 0;
      while (x < period) {
        const sprite = sprites[random.integer(0, sprites.length - 1)];
        const at = x;
        const foot = tall + random.range(-0.02, 0.04) * line.treeHeight;
        if (sprite !== undefined && !random.chance(line.gaps)) {
          wrapped(period, at, sprite.width / 2, (shown) =>
            context.drawImage(sprite, shown - sprite.width / 2, foot - sprite.height),
          );
        }
        x += line.treeHeight * line.spacing * (random.chance(0.22) ? random.range(1.6, 3.4) : random.range(0.25, 1.1));
      }
    },
  });
}

export function treeTones(stage: Stage, kind: 'conifer' | 'broadleaf', nearness: number): Tones {
  const { palette, scene } = stage;
  const body = surface(palette, foliage(stage, kind), nearness);
  const dark = surface(palette, brighten(foliage(stage, kind), 0.45), nearness);
  return {
    body,
    dark: mix(dark, palette.dark, 0.4 * nearness),
    lit: mix(body, palette.light, scene.timeOfDay === 'night' ? 0.14 : 0.34),
    snow: scene.snowCover ? surface(palette, ALBEDO.snow, 0.3 + nearness * 0.7) : null,
    side: stage.lightX < stage.width / 2 ? -1 : 1,
  };
}

function foliage(stage: Stage, kind: 'conifer' | 'broadleaf'): Colour {
  return kind === 'conifer' ? ALBEDO.pine : stage.scene.look === 'ink' ? ALBEDO.pine : ALBEDO.leaves;
}
