import { css, mix } from '../base/colour.js';
import { fillEllipse, fillPolygon, ribbon } from './figure.js';
import type { Figure } from './figure.js';

export const FISH: Figure = {
  box: { left: -80, top: -50, right: 70, bottom: 50 },
  stands: false,
  draw(context, tones, pose) {
    const swing = (x: number): number => Math.sin(pose.seconds * 6 + x * 0.035) * (0.5 + (52 - x) * 0.06);
    context.fillStyle = css(mix(tones.body, tones.pale, 0.35));
    const tailY = swing(-42);
    fillPolygon(context, -34, swing(-34), -70, tailY - 26 + swing(-70), -58, tailY, -70, tailY + 26 + swing(-70));
    fillPolygon(context, 12, -16, -8, -36, -24, -12);
    fillPolygon(context, 4, 15, -12, 30, -18, 10);
    context.fillStyle = css(tones.body);
    ribbon(
      context,
      Array.from({ length: 14 }, (_, index) => {
        const x = 50 - index * 7;
        return [x, swing(x), 3 + 17 * Math.sin(Math.PI * (0.12 + 0.83 * (index / 13))) ** 0.8] as const;
      }),
    );
    context.fillStyle = css(tones.pale, 0.7);
    fillEllipse(context, 14, 8 + swing(14), 30, 7, 0.1);
    context.fillStyle = css(mix(tones.body, tones.dark, 0.4));
    fillPolygon(context, 20, 4, 2, 14, 6, 0);
    context.fillStyle = 'rgba(255,255,255,0.9)';
    fillEllipse(context, 40, -4 + swing(40), 4.2, 4.2);
    context.fillStyle = css(tones.dark);
    fillEllipse(context, 41, -4 + swing(41), 2.3, 2.3);
  },
};

export const WHALE: Figure = {
  box: { left: -190, top: -80, right: 130, bottom: 90 },
  stands: false,
  draw(context, tones, pose) {
    const swing = (x: number): number => Math.sin(pose.seconds * 1.5 + x * 0.014) * (1 + Math.max(0, 60 - x) * 0.09);
    const body = Array.from({ length: 20 }, (_, index) => {
      const x = 96 - index * 13;
      return [
        x,
        swing(x),
        3 + 37 * Math.sin(Math.PI * (0.16 + 0.84 * (index / 19))) ** 1.05 * (index > 8 ? 1 - (index - 8) * 0.045 : 1),
      ] as const;
    });
    context.fillStyle = css(mix(tones.body, tones.dark, 0.3));
    const tail = -150;
    fillPolygon(
      context,
      tail + 6,
      swing(tail),
      tail - 34,
      swing(tail) - 24 + swing(tail - 30),
      tail - 18,
      swing(tail),
      tail - 34,
      swing(tail) + 20 + swing(tail - 30),
    );
    context.fillStyle = css(tones.body);
    ribbon(context, body);
    fillPolygon(context, -40, swing(-40) - 26, -64, swing(-60) - 44, -66, swing(-66) - 20);
    context.save();
    context.globalCompositeOperation = 'source-atop';
    context.fillStyle = css(tones.pale, 0.8);
    fillEllipse(context, 42, 34 + swing(42), 88, 24, -0.08);
    context.strokeStyle = css(tones.dark, 0.35);
    context.lineWidth = 1.2;
    for (let groove = 0; groove < 6; groove++) {
      context.beginPath();
      context.moveTo(100, 14 + groove * 4);
      context.quadraticCurveTo(50, 18 + groove * 5, -10, 20 + groove * 4);
      context.stroke();
    }
    context.restore();
    context.fillStyle = css(mix(tones.body, tones.dark, 0.45));
    fillPolygon(
      context,
      42,
      26 + swing(42),
      14,
      62 + Math.sin(pose.seconds * 1.5) * 9,
      -2,
      66 + Math.sin(pose.seconds * 1.5) * 9,
      18,
      28 + swing(18),
    );
    context.fillStyle = css(tones.lit ? tones.glow : tones.dark);
    fillEllipse(context, 70, 8 + swing(70), 2.6, 2.2);
  },
};
