import { css, mix } from '../base/colour.js';
import { fillEllipse, fillPolygon, ribbon, taper } from './figure.js';
import type { Figure } from './figure.js';

/** A bird in flight: three wing beats and a glide. */
export const BIRD: Figure = {
  box: { left: -120, top: -110, right: 120, bottom: 110 },
  stands: false,
  draw(context, tones, pose) {
    const beat =
      Math.sin(pose.seconds * 6.5) * (0.35 + 0.65 * Math.max(0, Math.sin(pose.seconds * 0.9 + pose.variant))) +
      pose.loudness * 0.3;
    const wing = (side: number, colour: string): void => {
      const lift = beat * 46 * (side > 0 ? 1 : 0.85);
      context.fillStyle = colour;
      context.beginPath();
      context.moveTo(16, -4);
      context.quadraticCurveTo(6 + side * 6, -10 - lift * 0.8, -6 + side * 14, -22 - lift);
      context.quadraticCurveTo(-28 + side * 10, -34 - lift * 1.35, -52 + side * 8, -26 - lift * 1.15);
      context.quadraticCurveTo(-34, -18 - lift * 0.7, -22, 4);
      context.fill();
    };
    wing(1, css(mix(tones.body, tones.dark, 0.5)));
    context.fillStyle = css(tones.body);
    ribbon(context, [
      [-46, 3, 1.5],
      [-24, 2, 7],
      [2, 0, 10.5],
      [20, -4, 8],
      [31, -8, 6.5],
    ]);
    fillPolygon(context, -30, 0, -66, -3, -62, 4, -66, 10, -28, 7);
    context.fillStyle = css(mix(tones.glow, tones.dark, 0.35));
    fillPolygon(context, 36, -11, 47, -7, 36, -5);
    context.fillStyle = css(tones.dark);
    fillEllipse(context, 33, -10, 1.3, 1.3);
    wing(-0.6, css(tones.body));
  },
};

export const BUTTERFLY: Figure = {
  box: { left: -70, top: -75, right: 70, bottom: 70 },
  stands: false,
  draw(context, tones, pose) {
    const flap = 0.25 + 0.75 * Math.abs(Math.sin(pose.seconds * 7 + pose.variant));
    for (const side of [-1, 1]) {
      context.save();
      context.rotate(0.35);
      context.scale(side * flap, 1);
      context.fillStyle = css(side < 0 ? mix(tones.body, tones.dark, 0.35) : tones.body);
      fillEllipse(context, 28, -24, 30, 24, -0.6);
      fillEllipse(context, 22, 20, 21, 19, 0.6);
      context.fillStyle = css(tones.pale, 0.75);
      fillEllipse(context, 32, -26, 13, 9, -0.6);
      fillEllipse(context, 24, 21, 8, 7, 0.6);
      context.restore();
    }
    context.save();
    context.rotate(0.35);
    context.fillStyle = css(tones.dark);
    taper(context, 0, -22, 3.5, 0, 26, 2);
    ribbon(context, [
      [0, -24, 0.9],
      [5, -38, 0.8],
      [11, -44, 1.3],
    ]);
    ribbon(context, [
      [0, -24, 0.9],
      [-5, -38, 0.8],
      [-11, -44, 1.3],
    ]);
    context.restore();
  },
};

/** A long dragon with beating wings; it breathes fire when it is loud. */
export const DRAGON: Figure = {
  box: { left: -185, top: -140, right: 150, bottom: 120 },
  stands: false,
  draw(context, tones, pose) {
    const t = pose.seconds;
    const spine: [number, number, number][] = Array.from({ length: 26 }, (_, index) => {
      const along = index / 25;
      return [
        72 - along * 225,
        Math.sin(t * 2.4 - along * 6.5) * (5 + 20 * along) - 12 * (1 - along),
        2 + 15 * Math.sin(Math.PI * Math.min(1, 0.2 + along * 0.8)) * (1 - along * 0.6),
      ];
    });
    const shoulder = spine[6] ?? [20, 0, 10];
    const beat = Math.sin(t * 4.2);
    const wing = (scale: number, colour: string): void => {
      context.fillStyle = colour;
      const lift = beat * 62 * scale;
      const [x, y] = shoulder;
      fillPolygon(
        context,
        x + 10,
        y - 4,
        x + 2,
        y - 40 - lift * 0.75,
        x - 26,
        y - 76 - lift,
        x - 62,
        y - 58 - lift * 0.9,
        x - 52,
        y - 36 - lift * 0.5,
        x - 84,
        y - 26 - lift * 0.6,
        x - 60,
        y - 14 - lift * 0.2,
        x - 74,
        y + 4,
        x - 20,
        y + 4,
      );
    };
    wing(0.85, css(mix(tones.body, tones.dark, 0.6)));
    context.fillStyle = css(tones.body);
    ribbon(context, spine);
    for (let spike = 2; spike < 24; spike += 2) {
      const [x, y, radius] = spine[spike] ?? [0, 0, 0];
      fillPolygon(context, x + 4, y - radius + 1, x - 5, y - radius - 8, x - 6, y - radius + 2);
    }
    const tail = spine[25] ?? [0, 0, 0];
    fillPolygon(
      context,
      tail[0] + 4,
      tail[1],
      tail[0] - 16,
      tail[1] - 11,
      tail[0] - 10,
      tail[1],
      tail[0] - 16,
      tail[1] + 11,
    );
    const head = spine[0] ?? [72, 0, 8];
    ribbon(context, [
      [head[0], head[1], 9],
      [head[0] + 18, head[1] + 1, 10],
      [head[0] + 40, head[1] + 6, 5],
    ]);
    fillPolygon(context, head[0] + 12, head[1] - 7, head[0] - 14, head[1] - 22, head[0] + 2, head[1] - 2);
    fillPolygon(context, head[0] + 20, head[1] - 7, head[0] - 2, head[1] - 27, head[0] + 10, head[1] - 4);
    context.fillStyle = css(tones.glow);
    fillEllipse(context, head[0] + 22, head[1] - 3, 2.4, 1.8);
    for (const leg of [8, 15]) {
      const [x, y] = spine[leg] ?? [0, 0];
      context.fillStyle = css(mix(tones.body, tones.dark, 0.25));
      ribbon(context, [
        [x, y + 6, 7],
        [x - 12, y + 22, 4],
        [x - 3, y + 31, 2.5],
      ]);
    }
    wing(1, css(mix(tones.body, tones.pale, 0.12)));
    if (pose.loudness > 0.4) {
      context.fillStyle = css(tones.glow, pose.loudness);
      fillPolygon(
        context,
        head[0] + 42,
        head[1] + 6,
        head[0] + 78,
        head[1] - 8,
        head[0] + 70,
        head[1] + 6,
        head[0] + 78,
        head[1] + 22,
      );
    }
  },
};
