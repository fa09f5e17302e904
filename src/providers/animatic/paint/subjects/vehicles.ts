import { css, mix } from '../base/colour.js';
import { drawGlow, glowSprite } from '../base/glow.js';
import { fillEllipse, fillPolygon, ribbon, taper } from './figure.js';
import type { Figure, FigureTones } from './figure.js';
import type { SKRSContext2D } from '@napi-rs/canvas';

function wheel(context: SKRSContext2D, tones: FigureTones, x: number, radius: number, turn: number): void {
  context.fillStyle = css(mix(tones.dark, [8, 8, 10], 0.6));
  fillEllipse(context, x, -radius, radius, radius);
  context.fillStyle = css(mix(tones.pale, tones.dark, 0.45));
  fillEllipse(context, x, -radius, radius * 0.6, radius * 0.6);
  context.fillStyle = css(tones.dark);
  for (let spoke = 0; spoke < 5; spoke++) {
    const angle = turn + (spoke / 5) * Math.PI * 2;
    taper(
      context,
      x,
      -radius,
      radius * 0.12,
      x + Math.cos(angle) * radius * 0.55,
      -radius + Math.sin(angle) * radius * 0.55,
      radius * 0.07,
    );
  }
}

export const CAR: Figure = {
  box: { left: -190, top: -120, right: 330, bottom: 20 },
  stands: true,
  draw(context, tones, pose) {
    const rock = Math.sin(pose.seconds * 9) * 0.5 - pose.loudness * 3;
    context.save();
    context.translate(0, rock);
    context.fillStyle = css(tones.body);
    context.beginPath();
    context.moveTo(-156, -26);
    context.bezierCurveTo(-162, -52, -154, -60, -118, -63);
    context.bezierCurveTo(-92, -92, -62, -100, -14, -99);
    context.bezierCurveTo(30, -98, 56, -78, 74, -62);
    context.bezierCurveTo(118, -58, 148, -50, 156, -34);
    context.quadraticCurveTo(160, -18, 148, -14);
    context.lineTo(-150, -14);
    context.fill();
    context.fillStyle = css(mix(tones.pale, tones.dark, 0.55), 0.92);
    context.beginPath();
    context.moveTo(-102, -63);
    context.bezierCurveTo(-82, -84, -60, -91, -20, -91);
    context.lineTo(-20, -63);
    context.fill();
    context.beginPath();
    context.moveTo(-12, -91);
    context.bezierCurveTo(22, -90, 42, -78, 58, -63);
    context.lineTo(-12, -63);
    context.fill();
    context.strokeStyle = css(mix(tones.body, tones.pale, 0.5), 0.8);
    context.lineWidth = 1.6;
    context.beginPath();
    context.moveTo(-150, -50);
    context.bezierCurveTo(-60, -57, 60, -57, 150, -42);
    context.stroke();
    context.fillStyle = css(mix(tones.dark, [0, 0, 0], 0.3));
    fillEllipse(context, -94, -21, 29, 28);
    fillEllipse(context, 96, -21, 29, 28);
    context.fillStyle = 'rgb(255,66,48)';
    fillPolygon(context, -157, -48, -142, -52, -142, -43, -158, -40);
    context.fillStyle = css(mix(tones.glow, [255, 255, 255], 0.6));
    fillPolygon(context, 132, -48, 153, -41, 155, -34, 136, -38);
    context.restore();
    wheel(context, tones, -94, 24, pose.seconds * 13);
    wheel(context, tones, 96, 24, pose.seconds * 13);
    if (!tones.lit) return;
    const beam = context.createLinearGradient(150, 0, 325, 0);
    beam.addColorStop(0, css([255, 244, 214], 0.5 + pose.loudness * 0.4));
    beam.addColorStop(1, css([255, 244, 214], 0));
    context.fillStyle = beam;
    fillPolygon(context, 150, -42 + rock, 330, -62, 330, 8, 152, -34 + rock);
    drawGlow(context, glowSprite([255, 240, 205]), 150, -40 + rock, 34, 34, 0.95);
    drawGlow(context, glowSprite([255, 50, 36]), -152, -46 + rock, 32, 30, 0.9);
  },
};

export const TRAIN: Figure = {
  box: { left: -420, top: -110, right: 330, bottom: 12 },
  stands: true,
  draw(context, tones, pose) {
    const rock = Math.sin(pose.seconds * 11) * 0.4;
    for (let wagon = 0; wagon < 4; wagon++) {
      const x = 160 - wagon * 142;
      context.fillStyle = css(wagon === 0 ? tones.body : mix(tones.body, tones.dark, 0.12));
      context.beginPath();
      context.roundRect(x - 136, -92 + rock, 136, 76, wagon === 0 ? [8, 42, 8, 4] : 8);
      context.fill();
      context.fillStyle = css(tones.pale, 0.75);
      context.fillRect(x - 136, -38 + rock, 134, 5);
      context.fillStyle = css(tones.lit ? tones.glow : mix(tones.pale, tones.dark, 0.5));
      for (let pane = 0; pane < 5; pane++) context.fillRect(x - 128 + pane * 23, -76 + rock, 17, 22);
      context.fillStyle = css(tones.dark);
      for (const bogie of [-112, -92, -46, -26]) fillEllipse(context, x + bogie, -9, 9, 9);
      context.fillRect(x - 128, -18, 122, 6);
    }
    if (tones.lit) drawGlow(context, glowSprite([255, 240, 205]), 156, -46, 90, 44, 0.95);
  },
};

/** A sailing boat; it floats, so (0, 0) is the water line. */
export const BOAT: Figure = {
  box: { left: -80, top: -125, right: 80, bottom: 22 },
  stands: true,
  draw(context, tones, pose) {
    context.save();
    context.translate(0, Math.sin(pose.seconds * 1.3) * 1.6 - pose.loudness * 4);
    context.rotate(Math.sin(pose.seconds * 0.9) * 0.035 + 0.02);
    context.fillStyle = css(mix(tones.dark, tones.body, 0.3));
    context.fillRect(-4, -116, 1.9, 106);
    const belly = 6 + Math.sin(pose.seconds * 1.1) * 1.5;
    const sail = context.createLinearGradient(-44, 0, 40, 0);
    sail.addColorStop(0, css(mix(tones.pale, tones.dark, 0.3)));
    sail.addColorStop(1, css(tones.pale));
    context.fillStyle = sail;
    context.beginPath();
    context.moveTo(-5, -112);
    context.quadraticCurveTo(-28 - belly, -62, -46, -19);
    context.quadraticCurveTo(-24, -14, -5, -17);
    context.fill();
    context.fillStyle = css(mix(tones.pale, tones.body, 0.3));
    context.beginPath();
    context.moveTo(0, -106);
    context.quadraticCurveTo(24 + belly, -54, 46, -18);
    context.quadraticCurveTo(22, -16, 0, -21);
    context.fill();
    context.fillStyle = css(tones.body);
    context.beginPath();
    context.moveTo(-54, -11);
    context.quadraticCurveTo(0, -6, 60, -15);
    context.quadraticCurveTo(44, 6, 30, 9);
    context.lineTo(-40, 9);
    context.quadraticCurveTo(-52, 4, -54, -11);
    context.fill();
    context.fillStyle = css(tones.pale, 0.65);
    fillPolygon(context, -53, -9, 0, -5, 57, -13, 55, -10.5, 0, -2.5, -53, -6.5);
    context.restore();
  },
};

export const PLANE: Figure = {
  box: { left: -130, top: -70, right: 130, bottom: 60 },
  stands: false,
  draw(context, tones) {
    context.fillStyle = css(mix(tones.body, tones.dark, 0.4));
    fillPolygon(context, 14, -6, -24, -44, -38, -44, -14, -4);
    context.fillStyle = css(tones.body);
    ribbon(context, [
      [-98, -4, 4],
      [-50, 0, 10],
      [60, 0, 11],
      [100, 2, 5],
    ]);
    fillPolygon(context, -72, -4, -108, -42, -92, -42, -52, -6);
    context.fillStyle = css(mix(tones.body, tones.pale, 0.25));
    fillPolygon(context, 22, 4, -40, 46, -58, 46, -16, 4);
    fillPolygon(context, -76, 0, -108, 14, -116, 14, -94, -2);
    context.fillStyle = css(tones.lit ? tones.glow : tones.dark);
    for (let pane = 0; pane < 14; pane++) fillEllipse(context, 62 - pane * 8.5, -3, 1.5, 1.8);
    fillPolygon(context, 82, -6, 94, -3, 92, 0, 80, -1);
  },
};

export const ROCKET: Figure = {
  box: { left: -190, top: -60, right: 110, bottom: 60 },
  stands: false,
  draw(context, tones, pose) {
    context.save();
    context.rotate(-0.5);
    const flame = 52 + 12 * Math.sin(pose.seconds * 31) + 10 * Math.sin(pose.seconds * 47) + pose.loudness * 50;
    drawGlow(context, glowSprite([255, 150, 60]), -84, 0, flame * 1.4, 44, 0.9);
    context.fillStyle = 'rgba(255,190,90,0.95)';
    fillPolygon(context, -62, -13, -62 - flame, 0, -62, 13);
    context.fillStyle = 'rgba(255,250,225,0.95)';
    fillPolygon(context, -62, -7, -62 - flame * 0.55, 0, -62, 7);
    context.fillStyle = css(mix(tones.body, tones.dark, 0.35));
    fillPolygon(context, -28, -14, -74, -42, -66, -10);
    fillPolygon(context, -28, 14, -74, 42, -66, 10);
    context.fillStyle = css(tones.body);
    context.beginPath();
    context.moveTo(96, 0);
    context.bezierCurveTo(60, -24, 0, -24, -64, -15);
    context.lineTo(-64, 15);
    context.bezierCurveTo(0, 24, 60, 24, 96, 0);
    context.fill();
    context.fillStyle = css(tones.glow);
    fillEllipse(context, 36, -2, 9, 8);
    context.fillStyle = css(tones.pale, 0.7);
    context.fillRect(-20, -20, 5, 40);
    context.restore();
  },
};

export const BALLOON: Figure = {
  box: { left: -55, top: -68, right: 55, bottom: 54 },
  stands: false,
  draw(context, tones, pose) {
    context.save();
    context.translate(0, 50);
    context.rotate(Math.sin(pose.seconds * 0.6 + pose.variant) * 0.04);
    for (let gore = 0; gore < 7; gore++) {
      const from = -Math.cos((gore / 7) * Math.PI) * 42;
      const to = -Math.cos(((gore + 1) / 7) * Math.PI) * 42;
      const base = gore % 2 === 0 ? tones.body : tones.pale;
      context.fillStyle = css(mix(base, tones.dark, 0.05 + gore * 0.06));
      context.beginPath();
      context.moveTo(0, -112);
      context.bezierCurveTo(from * 1.25, -110, from * 1.25, -60, from * 0.22, -28);
      context.lineTo(to * 0.22, -28);
      context.bezierCurveTo(to * 1.25, -60, to * 1.25, -110, 0, -112);
      context.fill();
    }
    if (tones.lit || pose.loudness > 0.2)
      drawGlow(
        context,
        glowSprite(tones.glow),
        0,
        -48,
        40,
        46,
        0.55 + 0.2 * Math.sin(pose.seconds * 5) + pose.loudness * 0.4,
      );
    context.strokeStyle = css(tones.dark, 0.8);
    context.lineWidth = 0.8;
    for (const x of [-8, 8]) {
      context.beginPath();
      context.moveTo(x, -29);
      context.lineTo(x * 0.7, -12);
      context.stroke();
    }
    context.fillStyle = css(mix(tones.dark, [120, 84, 50], 0.4));
    context.beginPath();
    context.roundRect(-7, -13, 14, 11, 2);
    context.fill();
    context.restore();
  },
};
