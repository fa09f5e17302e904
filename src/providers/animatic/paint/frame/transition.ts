import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { smoothstep } from '../base/noise.js';
import type { Transition } from './plan-shots.js';

export const TRANSITION_SECONDS = 0.4;

/** Lays the incoming picture over the outgoing one, which is already painted. `along` runs from 0 to 1. */
type TransitionPainter = (context: SKRSContext2D, incoming: Canvas, transition: Transition, along: number) => void;

export function createTransitions(width: number, height: number): TransitionPainter {
  const edge = Math.round(width * 0.3);
  let masked: Canvas | null = null;
  return (context, incoming, transition, along) => {
    const eased = smoothstep(0, 1, along);
    if (transition === 'cut') {
      if (along >= 0.5) context.drawImage(incoming, 0, 0);
      return;
    }
    if (transition === 'dissolve') {
      context.globalAlpha = eased;
      context.drawImage(incoming, 0, 0);
      context.globalAlpha = 1;
      return;
    }
    masked ??= createCanvas(width, height);
    const pen = masked.getContext('2d');
    const at = eased * (width + edge);
    pen.globalCompositeOperation = 'copy';
    pen.drawImage(incoming, 0, 0);
    pen.globalCompositeOperation = 'destination-in';
    const gradient = pen.createLinearGradient(at - edge, 0, at, 0);
    gradient.addColorStop(0, 'rgba(0,0,0,1)');
    gradient.addColorStop(1, 'rgba(0,0,0,0)');
    pen.fillStyle = gradient;
    pen.fillRect(0, 0, width, height);
    context.drawImage(masked, 0, 0);
  };
}
