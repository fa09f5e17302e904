import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { css, luminance, mix, WHITE } from '../base/colour.js';
import type { Colour } from '../base/colour.js';
import { fractal } from '../base/noise.js';
import { surface } from '../base/palette.js';
import { shadePixels } from '../base/pixels.js';
import type { Stage } from '../base/stage.js';
import type { Figure, FigureTones, Pose } from './figure.js';

/** Larger figures are drawn coarser and enlarged; a share of the unit squared. */
const MOST_PIXELS = 0.3;

/** A figure drawn into its own small picture, lit from the side of sun or moon. */
type LitFigure = {
  /** Draws the figure at (x, y); `facing` -1 turns it to the left. */
  paint(context: SKRSContext2D, x: number, y: number, facing: number, pose: Pose, mirrored: boolean): void;
};

/** `scale` is pixels per figure unit. Drawing is at most as large as two frames. */
export function litFigure(stage: Stage, figure: Figure, tones: FigureTones, scale: number): LitFigure {
  const { box } = figure;
  const wanted = (box.right - box.left) * (box.bottom - box.top) * scale * scale;
  const fine = scale * Math.min(1, Math.sqrt((MOST_PIXELS * stage.unit * stage.unit) / wanted));
  const width = Math.ceil((box.right - box.left) * fine);
  const height = Math.ceil((box.bottom - box.top) * fine);
  const drawing = createCanvas(width, height);
  const pen = drawing.getContext('2d');
  const edge = edgeTones(stage, tones);
  const offset = Math.max(0.9, Math.min(stage.unit * 0.0032, scale * 1.6)) / scale;
  const shown = {
    left: box.left * scale,
    top: box.top * scale,
    width: (width / fine) * scale,
    height: (height / fine) * scale,
  };
  const shading = drawShading(stage, width, height);
  return {
    paint(context, x, y, facing, pose, mirrored) {
      const side = Math.sign(stage.lightX - x || 1) * facing;
      pen.clearRect(0, 0, width, height);
      pen.setTransform(fine, 0, 0, fine, -box.left * fine, -box.top * fine);
      figure.draw(pen, edge, pose);
      pen.translate(-side * offset, offset * 0.8);
      pen.globalCompositeOperation = 'source-atop';
      figure.draw(pen, tones, pose);
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.globalCompositeOperation = 'source-atop';
      pen.drawImage(shading, 0, 0);
      pen.globalCompositeOperation = 'source-over';
      context.save();
      context.translate(x, y);
      if (mirrored) mirror(context, drawing, facing, shown);
      context.scale(facing, 1);
      context.drawImage(drawing, shown.left, shown.top, shown.width, shown.height);
      context.restore();
    },
  };
}

/** One colour for everything: what shows of it around the figure is its lit edge. */
function edgeTones(stage: Stage, tones: FigureTones): FigureTones {
  const light = mix(stage.palette.light, WHITE, 0.15);
  const strength = stage.scene.timeOfDay === 'day' ? 0.4 : 0.66;
  const rim = (colour: Colour): Colour => mix(colour, light, strength);
  return {
    body: rim(tones.body),
    dark: rim(mix(tones.dark, tones.body, 0.5)),
    pale: rim(tones.pale),
    glow: tones.glow,
    lit: false,
    outline: true,
  };
}

/** Light from above, shade below, and uneven strokes, as of a brush, that keep large figures from looking flat. */
function drawShading(stage: Stage, width: number, height: number): Canvas {
  const seed = stage.random('brush').integer(0, 9999);
  const { dark, light } = stage.palette;
  const picture = shadePixels(width / 3, height / 3, (x, y, target, at) => {
    const stroke = fractal(x * 0.05 + y * 0.03, y * 0.22 - x * 0.06, 3, 4096, seed) - 0.5;
    const patch = fractal(x * 0.018, y * 0.018, 2, 4096, seed + 1) - 0.5;
    const value = stroke * 0.8 + patch * 0.4;
    const colour = value > 0 ? light : dark;
    target[at] = colour[0];
    target[at + 1] = colour[1];
    target[at + 2] = colour[2];
    target[at + 3] = Math.min(34, Math.abs(value) * (value > 0 ? 50 : 150));
  });
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const shade = context.createLinearGradient(0, 0, 0, height);
  shade.addColorStop(0.1, css(light, 0.14));
  shade.addColorStop(0.55, css(dark, 0.05));
  shade.addColorStop(1, css(dark, 0.5));
  context.fillStyle = shade;
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}

type Shown = { left: number; top: number; width: number; height: number };

function mirror(context: SKRSContext2D, drawing: Canvas, facing: number, shown: Shown): void {
  context.save();
  context.globalAlpha = 0.26;
  context.scale(facing, -0.8);
  context.drawImage(drawing, shown.left, shown.top, shown.width, shown.height);
  context.restore();
}

/** The colours of a figure in this scene: backlit, but never lost against its background. */
export function tonesOf(stage: Stage, albedo: Colour, pale: Colour, accent: Colour | null): FigureTones {
  const { palette, scene } = stage;
  const dim = scene.timeOfDay === 'night' || scene.timeOfDay === 'dusk' || scene.look === 'neon';
  const ambient = dim ? mix(palette.ambient, WHITE, 0.36) : palette.ambient;
  const lit = { ...palette, ambient };
  const body = mix(surface(lit, albedo, 1), palette.dark, 0.06);
  const glow = accent === null ? palette.lamp : mix(surface(lit, accent, 1), accent, dim ? 0.45 : 0.2);
  return {
    body,
    dark: mix(palette.dark, body, 0.22),
    pale: surface(lit, pale, 1),
    glow,
    lit: dim || luminance(palette.ambient) < 110,
    outline: false,
  };
}
