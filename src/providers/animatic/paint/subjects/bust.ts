import { css, mix } from '../base/colour.js';
import { ribbon } from './figure.js';
import type { Figure } from './figure.js';

/** Head and shoulders in profile, for close-ups of people: breathing, hair in the wind. */
export function bust(build: 'woman' | 'man' | 'child'): Figure {
  return {
    box: { left: -90, top: -130, right: 80, bottom: 30 },
    stands: true,
    draw(context, tones, pose) {
      const breath = Math.sin(pose.seconds * 1.6) * 0.8 + pose.loudness * 3;
      const skin = mix(tones.pale, tones.dark, 0.28);
      const hair = mix(tones.dark, tones.body, 0.2);
      const wind = (lock: number): number => Math.sin(pose.seconds * 2.3 + lock * 0.8) * 3;
      context.fillStyle = css(mix(tones.body, tones.dark, 0.1));
      context.beginPath();
      context.moveTo(-66, 30);
      context.bezierCurveTo(-62, -6 - breath, -44, -20 - breath, -20, -27 - breath);
      context.lineTo(12, -28 - breath);
      context.bezierCurveTo(28, -20 - breath, 44, -8 - breath, 50, 30);
      context.fill();
      context.save();
      context.translate(0, -breath);
      context.fillStyle = css(mix(skin, tones.dark, 0.25));
      ribbon(context, [
        [0, -58, 13],
        [-4, -24, 15],
      ]);
      context.fillStyle = css(skin);
      context.beginPath();
      context.moveTo(-18, -100);
      context.bezierCurveTo(-4, -116, 20, -110, 23, -94);
      context.bezierCurveTo(24, -88, 22, -86, 25, -80);
      context.lineTo(31, -71);
      context.quadraticCurveTo(31, -68, 26, -67);
      context.quadraticCurveTo(28, -63, 25, -61);
      context.quadraticCurveTo(27, -58, 24, -56);
      context.bezierCurveTo(25, -47, 20, -43, 10, -44);
      context.bezierCurveTo(0, -44, -10, -50, -20, -62);
      context.fill();
      context.fillStyle = css(mix(tones.dark, [10, 8, 10], 0.5), 0.85);
      context.beginPath();
      context.ellipse(18, -82, 3.4, 1.5, 0.1, 0, Math.PI * 2);
      context.fill();
      context.fillRect(12, -89, 10, 1.5);
      context.fillStyle = css(hair);
      context.beginPath();
      context.moveTo(22, -97);
      context.bezierCurveTo(16, -124, -26, -124, -34, -92);
      context.bezierCurveTo(-37, -74, -28, -58, -14, -56);
      context.bezierCurveTo(-8, -66, -6, -76, -2, -84);
      context.bezierCurveTo(8, -88, 16, -92, 22, -97);
      context.fill();
      if (build !== 'man') {
        for (let lock = 0; lock < 9; lock++) {
          const long = build === 'woman' ? 66 - lock * 2 : 30;
          ribbon(context, [
            [-16 - lock * 1.8, -98 + lock * 4, 8],
            [-30 - lock + wind(lock), -66 + lock * 2, 6.5],
            [-37 - lock * 1.4 + wind(lock) * 2.2, -98 + long + lock * 4, 2.6],
            [-43 - lock * 2 + wind(lock) * 4, -84 + long + lock * 4, 0.5],
          ]);
        }
      }
      context.restore();
    },
  };
}
