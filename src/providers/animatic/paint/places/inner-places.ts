import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, mix, WHITE } from '../base/colour.js';
import { drawGlow, glowSprite } from '../base/glow.js';
import type { Layer } from '../base/layer.js';
import { surface } from '../base/palette.js';
import type { Stage } from '../base/stage.js';
import { stripLayer } from '../base/tile.js';
import { litShare } from './building.js';

/** A room with a large window: the sky outside lights the floor. */
export function roomLayers(stage: Stage): Layer[] {
  const canvas = createCanvas(stage.width + 2 * stage.margin, Math.ceil(stage.height * 1.32));
  const context = canvas.getContext('2d');
  const top = -Math.floor(stage.height * 0.16);
  context.translate(stage.margin, -top);
  const plan = windowPlan(stage);
  paintWalls(context, stage, plan);
  paintWindowLight(context, stage, plan);
  paintFurniture(context, stage, plan);
  context.globalCompositeOperation = 'destination-out';
  context.fillStyle = '#000';
  const paneWidth = plan.width / plan.panes;
  for (let pane = 0; pane < plan.panes; pane++) {
    context.fillRect(
      plan.x + pane * paneWidth + plan.bar,
      plan.y + plan.bar,
      paneWidth - plan.bar * 2,
      plan.height * 0.62 - plan.bar,
    );
    context.fillRect(
      plan.x + pane * paneWidth + plan.bar,
      plan.y + plan.height * 0.62 + plan.bar * 2,
      paneWidth - plan.bar * 2,
      plan.height * 0.38 - plan.bar * 3,
    );
  }
  context.globalCompositeOperation = 'source-over';
  if (stage.blur === 0) return [stripLayer(stage, 0.85, { canvas, top })];
  const soft = createCanvas(canvas.width, canvas.height);
  const pen = soft.getContext('2d');
  pen.filter = `blur(${stage.blur.toFixed(1)}px)`;
  pen.drawImage(canvas, 0, 0);
  return [{ depth: 0.85, paint: (target) => target.drawImage(soft, -stage.margin, top) }];
}

type WindowPlan = { x: number; y: number; width: number; height: number; panes: number; bar: number; floor: number };

function windowPlan(stage: Stage): WindowPlan {
  const random = stage.random('room');
  const width = Math.min(stage.width * 0.62, stage.unit * random.range(0.5, 0.72));
  const middle = stage.lightX < stage.width / 2 ? 0.38 : 0.62;
  return {
    x: stage.width * middle - width / 2,
    y: stage.height * 0.14,
    width,
    height: stage.height * 0.46,
    panes: random.integer(2, 4),
    bar: stage.unit * 0.006,
    floor: stage.height * 0.72,
  };
}

function paintWalls(context: SKRSContext2D, stage: Stage, plan: WindowPlan): void {
  const random = stage.random('walls');
  const paint = surface(stage.palette, [random.range(120, 190), random.range(110, 160), random.range(100, 160)], 1);
  const wall = mix(paint, stage.palette.dark, 0.42);
  const left = -stage.margin;
  const wide = stage.width + 2 * stage.margin;
  const gradient = context.createRadialGradient(
    plan.x + plan.width / 2,
    plan.y + plan.height / 2,
    plan.width * 0.3,
    plan.x + plan.width / 2,
    plan.y + plan.height / 2,
    stage.width * 0.9,
  );
  gradient.addColorStop(0, css(mix(wall, stage.palette.light, 0.22)));
  gradient.addColorStop(1, css(mix(wall, stage.palette.dark, 0.6)));
  context.fillStyle = gradient;
  context.fillRect(left, -stage.height * 0.2, wide, plan.floor + stage.height * 0.2);
  const boards = context.createLinearGradient(0, plan.floor, 0, stage.height);
  const wood = mix(surface(stage.palette, [134, 92, 62], 1), stage.palette.dark, 0.35);
  boards.addColorStop(0, css(mix(wood, stage.palette.dark, 0.35)));
  boards.addColorStop(1, css(mix(wood, stage.palette.dark, 0.1)));
  context.fillStyle = boards;
  context.fillRect(left, plan.floor, wide, stage.height);
  context.strokeStyle = css(stage.palette.dark, 0.45);
  context.lineWidth = Math.max(1, stage.unit * 0.0018);
  context.beginPath();
  for (let board = -14; board <= 14; board++) {
    context.moveTo(stage.width / 2 + board * stage.unit * 0.075, plan.floor);
    context.lineTo(stage.width / 2 + board * stage.unit * 0.26, stage.height * 1.16);
  }
  context.stroke();
  context.fillStyle = css(mix(wall, stage.palette.light, 0.12));
  context.fillRect(left, plan.floor - stage.unit * 0.022, wide, stage.unit * 0.022);
  context.fillStyle = css(mix(wall, WHITE, 0.22));
  context.fillRect(plan.x - plan.bar * 2, plan.y - plan.bar * 2, plan.width + plan.bar * 4, plan.height + plan.bar * 4);
  context.fillRect(plan.x - plan.bar * 5, plan.y + plan.height + plan.bar, plan.width + plan.bar * 10, plan.bar * 3);
}

function paintWindowLight(context: SKRSContext2D, stage: Stage, plan: WindowPlan): void {
  const lean = stage.width * 0.1 * (stage.lightX < stage.width / 2 ? 1 : -1);
  const paneWidth = plan.width / plan.panes;
  for (let pane = 0; pane < plan.panes; pane++) {
    const x = plan.x + pane * paneWidth;
    const gradient = context.createLinearGradient(0, plan.floor, 0, stage.height);
    gradient.addColorStop(0, css(stage.palette.light, 0.34));
    gradient.addColorStop(1, css(stage.palette.light, 0.05));
    context.fillStyle = gradient;
    context.beginPath();
    context.moveTo(x + plan.bar * 2 + lean * 0.4, plan.floor + stage.unit * 0.02);
    context.lineTo(x + paneWidth - plan.bar * 2 + lean * 0.4, plan.floor + stage.unit * 0.02);
    context.lineTo(x + paneWidth * 1.25 + lean * 2, stage.height);
    context.lineTo(x - paneWidth * 0.05 + lean * 2, stage.height);
    context.fill();
  }
}

function paintFurniture(context: SKRSContext2D, stage: Stage, plan: WindowPlan): void {
  const { unit, palette } = stage;
  const dark = mix(palette.dark, palette.haze, 0.12);
  const onLeft = plan.x + plan.width / 2 > stage.width / 2;
  const x = onLeft ? stage.width * 0.12 : stage.width * 0.88;
  const table = plan.floor - unit * 0.16;
  context.fillStyle = css(dark);
  context.fillRect(x - unit * 0.13, table, unit * 0.26, unit * 0.014);
  for (const leg of [-0.115, 0.1]) context.fillRect(x + unit * leg, table, unit * 0.012, unit * 0.19);
  const lamp = x + unit * 0.06;
  context.fillRect(lamp - unit * 0.003, table - unit * 0.1, unit * 0.006, unit * 0.1);
  context.fillRect(lamp - unit * 0.025, table - unit * 0.008, unit * 0.05, unit * 0.008);
  const on = litShare(stage) > 0.1;
  context.fillStyle = css(on ? mix(palette.lamp, WHITE, 0.25) : mix(dark, palette.light, 0.2));
  context.beginPath();
  context.moveTo(lamp - unit * 0.022, table - unit * 0.15);
  context.lineTo(lamp + unit * 0.022, table - unit * 0.15);
  context.lineTo(lamp + unit * 0.045, table - unit * 0.092);
  context.lineTo(lamp - unit * 0.045, table - unit * 0.092);
  context.fill();
  if (on) drawGlow(context, glowSprite(palette.lamp), lamp, table - unit * 0.11, unit * 0.34, unit * 0.3, 0.6);
  paintShelf(context, stage, onLeft ? x - unit * 0.1 : x - unit * 0.12, table - unit * 0.3, unit * 0.24);
  paintPlant(
    context,
    stage,
    onLeft ? plan.x + plan.width + unit * 0.13 : plan.x - unit * 0.13,
    plan.floor + unit * 0.03,
  );
}

function paintShelf(context: SKRSContext2D, stage: Stage, x: number, y: number, width: number): void {
  const random = stage.random('shelf');
  const dark = mix(stage.palette.dark, stage.palette.haze, 0.16);
  context.fillStyle = css(dark);
  context.fillRect(x, y, width, stage.unit * 0.008);
  for (let at = 0; at < width * 0.85;) {
    const thick = stage.unit * random.range(0.006, 0.014);
    context.fillStyle = css(mix(dark, [random.range(80, 200), random.range(60, 150), random.range(50, 140)], 0.35));
    const tall = stage.unit * random.range(0.04, 0.065);
    context.fillRect(x + at, y - tall, thick, tall);
    at += thick + stage.unit * (random.chance(0.1) ? 0.02 : 0.001);
  }
}

function paintPlant(context: SKRSContext2D, stage: Stage, x: number, foot: number): void {
  const { unit } = stage;
  const random = stage.random('plant');
  const green = mix(surface(stage.palette, [70, 110, 70], 1), stage.palette.dark, 0.45);
  context.fillStyle = css(mix(stage.palette.dark, [150, 90, 60], 0.25));
  context.beginPath();
  context.moveTo(x - unit * 0.035, foot - unit * 0.07);
  context.lineTo(x + unit * 0.035, foot - unit * 0.07);
  context.lineTo(x + unit * 0.026, foot);
  context.lineTo(x - unit * 0.026, foot);
  context.fill();
  for (let leaf = 0; leaf < 13; leaf++) {
    const angle = -Math.PI / 2 + (leaf / 12 - 0.5) * 2.3;
    const long = unit * random.range(0.1, 0.19);
    context.fillStyle = css(mix(green, stage.palette.light, random.range(0, 0.2)));
    context.beginPath();
    context.moveTo(x, foot - unit * 0.06);
    context.quadraticCurveTo(
      x + Math.cos(angle - 0.2) * long * 0.6,
      foot - unit * 0.06 + Math.sin(angle - 0.2) * long * 0.8,
      x + Math.cos(angle) * long,
      foot - unit * 0.06 + Math.sin(angle) * long,
    );
    context.quadraticCurveTo(
      x + Math.cos(angle + 0.2) * long * 0.5,
      foot - unit * 0.06 + Math.sin(angle + 0.2) * long * 0.5,
      x,
      foot - unit * 0.06,
    );
    context.fill();
  }
}
