import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';

/** One instant of a shot. */
export type Moment = {
  /** Since the shot began. */
  seconds: number;
  /** 0 at the beginning of the shot, 1 at its end. */
  progress: number;
  /** How long the shot is. */
  lengthSeconds: number;
  /** 0-1, already smoothed; 0 when no audio drives the picture. */
  loudness: number;
};

/** A part of the picture at one distance. Layers draw in frame coordinates; the camera moves them by their depth. */
export type Layer = {
  /** 0 is infinitely far, 1 is where the main subject stands, more is in front of it. */
  depth: number;
  /** Set when the layer is one still picture that reaches from side to side; `top` is in frame coordinates. */
  strip?: { canvas: Canvas; top: number };
  paint(context: SKRSContext2D, moment: Moment): void;
};
