/** Red, green and blue, 0-255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

export const WHITE: Colour = [255, 255, 255];
export const BLACK: Colour = [0, 0, 0];

/** Reads `#rrggbb`. */
export function hex(text: string): Colour {
  const value = Number.parseInt(text.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** A CSS colour; `alpha` 0-1. */
export function css(colour: Colour, alpha = 1): string {
  return `rgba(${Math.round(colour[0])},${Math.round(colour[1])},${Math.round(colour[2])},${alpha.toFixed(3)})`;
}

/** `amount` 0 gives `from`, 1 gives `to`. */
export function mix(from: Colour, to: Colour, amount: number): Colour {
  return [
    from[0] + (to[0] - from[0]) * amount,
    from[1] + (to[1] - from[1]) * amount,
    from[2] + (to[2] - from[2]) * amount,
  ];
}

/** A surface of colour `surface` under light of colour `light`. */
export function multiply(surface: Colour, light: Colour): Colour {
  return [(surface[0] * light[0]) / 255, (surface[1] * light[1]) / 255, (surface[2] * light[2]) / 255];
}

/** `factor` 1 leaves the colour, 0 is black; above 1 is brighter, cut at 255. */
export function brighten(colour: Colour, factor: number): Colour {
  return [Math.min(255, colour[0] * factor), Math.min(255, colour[1] * factor), Math.min(255, colour[2] * factor)];
}

/** 0-255. */
export function luminance(colour: Colour): number {
  return colour[0] * 0.299 + colour[1] * 0.587 + colour[2] * 0.114;
}

/** `amount` 0 is grey, 1 leaves the colour, above 1 is more colourful. */
export function saturate(colour: Colour, amount: number): Colour {
  const grey = luminance(colour);
  const channel = (value: number): number => Math.max(0, Math.min(255, grey + (value - grey) * amount));
  return [channel(colour[0]), channel(colour[1]), channel(colour[2])];
}
