import { css, mix } from '../base/colour.js';
import type { Layer } from '../base/layer.js';
import type { Stage } from '../base/stage.js';

type Blade = { x: number; tall: number; lean: number; phase: number; half: number; head: boolean };

/** Dark blades in front of everything, swaying in the wind. They thin out in the middle, where the subject is. */
export function foregroundGrassLayer(stage: Stage, tallest: number): Layer {
  const random = stage.random('foreground grass');
  const span = stage.width * 1.7;
  const blades: Blade[] = Array.from({ length: 150 }, () => ({
    x: random.range(0, span),
    tall: stage.unit * tallest * random.range(0.35, 1) ** 1.5,
    lean: random.range(-0.35, 0.35),
    phase: random.range(0, 6.3),
    half: stage.unit * random.range(0.0014, 0.0032),
    head: random.chance(0.16),
  }));
  const colour = mix(stage.palette.dark, stage.palette.haze, 0.07);
  return {
    depth: 1.35,
    paint(context, moment) {
      const foot = stage.height * 1.07;
      const gust = stage.wind * (0.5 + 0.5 * Math.sin(moment.seconds * 0.7)) + moment.loudness * 0.4;
      context.fillStyle = css(colour, 0.94);
      context.beginPath();
      for (const blade of blades) {
        const scrolled = blade.x - stage.scrollSpeed * moment.seconds * 1.35;
        const x = (((scrolled % span) + span) % span) - stage.width * 0.35;
        const middle = (x - stage.width / 2) / (stage.width / 2);
        const tall = blade.tall * (0.45 + 0.55 * Math.min(1, middle * middle * 1.3));
        const bend = (blade.lean + gust * 0.35 + 0.1 * Math.sin(moment.seconds * 1.9 + blade.phase)) * tall;
        context.moveTo(x - blade.half, foot);
        context.quadraticCurveTo(x - blade.half + bend * 0.2, foot - tall * 0.6, x + bend, foot - tall);
        context.quadraticCurveTo(x + blade.half + bend * 0.25, foot - tall * 0.6, x + blade.half, foot);
        if (blade.head) {
          context.moveTo(x + bend, foot - tall);
          context.ellipse(x + bend, foot - tall, blade.half * 1.3, tall * 0.09, bend / tall, 0, Math.PI * 2);
        }
      }
      context.fill();
    },
  };
}
