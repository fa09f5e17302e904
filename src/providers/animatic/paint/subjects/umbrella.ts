import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, mix } from '../base/colour.js';
import { smoothstep } from '../base/noise.js';
import type { Figure, FigureTones } from './figure.js';

/** A canopy whose hub is at (x, y), `radius` wide when open; `openness` 0-1. */
export function drawUmbrella(
  context: SKRSContext2D,
  tones: FigureTones,
  x: number,
  y: number,
  radius: number,
  openness: number,
  seconds: number,
): void {
  const half = radius * (0.13 + 0.87 * openness);
  const drop = radius * (1.15 - 0.62 * openness);
  const sway = Math.sin(seconds * 1.4) * 0.025;
  context.save();
  context.translate(x, y);
  context.rotate(sway);
  context.fillStyle = css(mix(tones.dark, tones.pale, 0.2));
  context.fillRect(-radius * 0.014, -radius * 0.1, radius * 0.028, radius * 1.55);
  const ribs = 6;
  for (let panel = 0; panel < ribs; panel++) {
    const from = -Math.cos((panel / ribs) * Math.PI) * half;
    const to = -Math.cos(((panel + 1) / ribs) * Math.PI) * half;
    const shade = 0.1 + 0.5 * (panel / (ribs - 1));
    context.fillStyle = css(
      panel < 2 ? mix(tones.body, tones.pale, 0.2 - panel * 0.12) : mix(tones.body, tones.dark, shade * 0.75),
    );
    const rim = (at: number): number => drop * (1 - 0.1 * (1 - (at / Math.max(half, 1)) ** 2));
    context.beginPath();
    context.moveTo(0, 0);
    context.quadraticCurveTo(from * 0.86, drop * 0.12, from, rim(from));
    context.quadraticCurveTo((from + to) / 2, rim((from + to) / 2) - drop * 0.17 * openness, to, rim(to));
    context.quadraticCurveTo(to * 0.86, drop * 0.12, 0, 0);
    context.fill();
    context.strokeStyle = css(mix(tones.body, tones.dark, 0.7), 0.55);
    context.lineWidth = Math.max(0.3, radius * 0.009);
    context.stroke();
  }
  context.restore();
}

export const UMBRELLA: Figure = {
  box: { left: -78, top: -125, right: 78, bottom: 10 },
  stands: true,
  draw(context, tones, pose) {
    const openness = pose.action === 'open' ? openingAt(pose.progress) : 1;
    drawUmbrella(context, tones, 0, -112 + 10 * (1 - openness), 66, openness, pose.seconds + pose.loudness * 3);
    context.strokeStyle = css(mix(tones.dark, tones.pale, 0.25));
    context.lineWidth = 2.4;
    context.lineCap = 'round';
    context.beginPath();
    context.arc(4, -11 + 10 * (1 - openness), 4, Math.PI, 0, true);
    context.stroke();
  },
};

/** Opens with a snap after a moment, and springs a little. */
function openingAt(progress: number): number {
  const opened = smoothstep(0.18, 0.5, progress);
  const spring = progress > 0.5 ? Math.exp(-(progress - 0.5) * 14) * Math.sin((progress - 0.5) * 55) * 0.05 : 0;
  return Math.max(0.02, Math.min(1.05, opened + spring));
}
