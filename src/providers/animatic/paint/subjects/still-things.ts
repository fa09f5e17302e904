import { css, mix } from '../base/colour.js';
import { drawGlow, glowSprite } from '../base/glow.js';
import { smoothstep } from '../base/noise.js';
import { createRandom } from '../../scene/random.js';
import { paintClump } from '../places/plants.js';
import { fillEllipse, ribbon } from './figure.js';
import type { Figure } from './figure.js';

export const FLOWER: Figure = {
  box: { left: -55, top: -135, right: 55, bottom: 8 },
  stands: true,
  draw(context, tones, pose) {
    const sway = Math.sin(pose.seconds * 1.2 + pose.variant) * 4 + pose.loudness * 6;
    const openness = pose.action === 'open' ? 0.2 + 0.8 * smoothstep(0, 0.8, pose.progress) : 1;
    const green = mix(tones.dark, [96, 140, 66], 0.5);
    context.fillStyle = css(green);
    ribbon(context, [
      [0, 0, 2.4],
      [sway * 0.3 - 2, -40, 2],
      [sway, -88, 1.7],
    ]);
    fillEllipse(context, -14 + sway * 0.2, -34, 17, 5.5, 0.6);
    fillEllipse(context, 13 + sway * 0.3, -50, 15, 5, -0.7);
    context.save();
    context.translate(sway, -90);
    context.rotate(sway * 0.012);
    for (let ring = 0; ring < 3; ring++) {
      const petals = 9 - ring * 2;
      for (let petal = 0; petal < petals; petal++) {
        const angle = (petal / petals) * Math.PI * 2 + ring * 0.4;
        const far = (21 - ring * 6) * openness;
        const shade = mix(
          mix(tones.body, tones.dark, Math.max(0, Math.sin(angle)) * 0.35),
          tones.pale,
          ring * 0.13 + Math.max(0, -Math.sin(angle)) * 0.15,
        );
        context.fillStyle = css(shade);
        fillEllipse(
          context,
          Math.cos(angle) * far,
          Math.sin(angle) * far * 0.82,
          15 - ring * 3,
          (8 - ring * 1.2) * (0.5 + 0.5 * openness),
          Math.atan2(Math.sin(angle) * 0.82, Math.cos(angle)),
        );
      }
    }
    context.fillStyle = css(mix(tones.glow, tones.dark, 0.25));
    fillEllipse(context, 0, 0, 7.5, 6.5);
    context.fillStyle = css(tones.dark, 0.35);
    fillEllipse(context, 1, 1.5, 4.5, 3.6);
    context.restore();
  },
};

export const TREE: Figure = {
  box: { left: -70, top: -118, right: 70, bottom: 6 },
  stands: true,
  draw(context, tones, pose) {
    const random = createRandom(Math.round(pose.variant * 1000), 'tree');
    const sway = Math.sin(pose.seconds * 0.8) * 0.8 + pose.loudness * 2;
    const bark = mix(tones.dark, [92, 70, 54], 0.35);
    context.fillStyle = css(bark);
    ribbon(context, [
      [0, 4, 8],
      [-1.5, -12, 5],
      [1, -34, 4.2],
      [0, -56, 3],
    ]);
    for (const [x, y] of [
      [-30, -66],
      [-14, -86],
      [12, -90],
      [32, -68],
      [20, -58],
      [-22, -56],
    ] as const) {
      ribbon(context, [
        [0, -32 - Math.abs(x) * 0.2, 3],
        [x * 0.5, (y - 36) / 2 - 6, 2],
        [x + sway, y, 0.9],
      ]);
    }
    const leaves = {
      body: tones.body,
      dark: mix(tones.body, tones.dark, 0.7),
      lit: mix(tones.body, tones.pale, 0.55),
      snow: null,
      side: 1,
    };
    const clumps = Array.from({ length: 17 }, () => {
      const angle = random.range(0, Math.PI * 2);
      const far = Math.sqrt(random.next());
      return { x: Math.cos(angle) * far * 43, y: -74 + Math.sin(angle) * far * 27, radius: random.range(11, 18) };
    }).sort((a, b) => b.y - a.y);
    for (const clump of clumps)
      paintClump(context, clump.x + sway * (1 + (-clump.y - 50) * 0.01), clump.y, clump.radius, leaves, random);
  },
};

/** A paper lantern that drifts upwards. */
export const LANTERN: Figure = {
  box: { left: -80, top: -90, right: 80, bottom: 90 },
  stands: false,
  draw(context, tones, pose) {
    const flicker = 0.8 + 0.12 * Math.sin(pose.seconds * 7 + pose.variant * 5) + 0.5 * pose.loudness;
    drawGlow(context, glowSprite([255, 150, 60]), 0, 0, 78, 82, 0.55 * flicker);
    const gradient = context.createLinearGradient(0, -42, 0, 40);
    gradient.addColorStop(0, css(mix([226, 92, 40], tones.body, 0.3)));
    gradient.addColorStop(0.75, css([255, 196, 104]));
    gradient.addColorStop(1, css([255, 240, 190]));
    context.fillStyle = gradient;
    context.beginPath();
    context.moveTo(-22, 40);
    context.bezierCurveTo(-36, 0, -34, -36, -16, -42);
    context.quadraticCurveTo(0, -48, 16, -42);
    context.bezierCurveTo(34, -36, 36, 0, 22, 40);
    context.fill();
    context.fillStyle = 'rgba(120,50,20,0.5)';
    context.fillRect(-22, 38, 44, 3);
  },
};
