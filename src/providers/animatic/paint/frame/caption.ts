import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { captionFamily } from '../fonts.js';

/** The words at the lower left, and what honestly says that this is a sketch at the upper right. */
export type Caption = { paint(context: SKRSContext2D, strength: number): void };

const LABEL = 'ANIMATIC';

export type CaptionText = { title: string; description: string };

/** `title` may be empty; a long description is cut to the width of the frame. */
export function createCaption(text: CaptionText, width: number, height: number): Caption {
  const size = Math.max(9, Math.round(Math.min(width, height * 1.25) * 0.0205));
  const inset = Math.round(size * 1.7);
  const family = captionFamily(`${text.title}${text.description}${LABEL}`);
  const words = drawText(width - inset * 2, size, (context) => {
    const titleWidth =
      text.title === '' ? 0 : write(context, text.title, 0, size, `650 ${size}px "${family}"`, 0.95, size * 0.06);
    const gap = titleWidth === 0 ? 0 : size * 0.75;
    const font = `400 ${size}px "${family}"`;
    context.font = font;
    write(
      context,
      fitted(context, text.description, width - inset * 2 - titleWidth - gap),
      titleWidth + gap,
      size,
      font,
      0.86,
      0,
    );
  });
  const label = drawText(size * 9, size, (context) => {
    const font = `600 ${Math.round(size * 0.72)}px "${family}"`;
    write(context, LABEL, 0, size, font, 0.72, size * 0.16);
  });
  const labelWidth = size * 6.2;
  return {
    paint(context, strength) {
      if (strength <= 0) return;
      context.globalAlpha = strength;
      context.drawImage(words, inset - size, height - inset - size * 1.6);
      context.drawImage(label, Math.round(width - inset - labelWidth), Math.round(inset * 0.55));
      context.globalAlpha = 1;
    },
  };
}

function drawText(width: number, size: number, write: (context: SKRSContext2D) => void): Canvas {
  const canvas = createCanvas(Math.ceil(width + size * 2), Math.ceil(size * 3));
  const context = canvas.getContext('2d');
  context.translate(size, size * 0.8);
  context.textBaseline = 'alphabetic';
  context.lang = 'zh-Hans';
  context.shadowColor = 'rgba(0,0,0,0.75)';
  context.shadowBlur = size * 0.35;
  context.shadowOffsetY = size * 0.05;
  write(context);
  return canvas;
}

/** Returns the width written. */
function write(
  context: SKRSContext2D,
  text: string,
  x: number,
  size: number,
  font: string,
  alpha: number,
  spacing: number,
): number {
  context.font = font;
  context.letterSpacing = `${spacing.toFixed(2)}px`;
  context.fillStyle = `rgba(246,243,236,${alpha})`;
  context.fillText(text, x, size);
  const written = context.measureText(text).width;
  context.letterSpacing = '0px';
  return written;
}

function fitted(context: SKRSContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && context.measureText(`${characters.join('')}…`).width > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
