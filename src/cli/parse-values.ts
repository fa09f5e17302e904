import { InvalidArgumentError } from 'commander';
import type { Shot } from '../tasks/task.js';

/** Reads a number as people write it; whether it is in range is for the task's own checks to say. */
export function parseNumber(text: string): number {
  if (!/^[+-]?\d+(\.\d+)?$/.test(text.trim())) throw new InvalidArgumentError('It must be a number.');
  return Number(text);
}

/** Reads "0-3: wide angle, rainy street", seconds from the start of the video, and adds it to the shots before it. */
export function parseShot(text: string, before: readonly Shot[] = []): Shot[] {
  const match = /^\s*(\d+(?:\.\d+)?)\s*s?\s*[-–]\s*(\d+(?:\.\d+)?)\s*s?\s*:\s*(\S.*)$/su.exec(text);
  if (match === null) {
    throw new InvalidArgumentError('Write its seconds and what it shows, for example "0-3: rainy street at night".');
  }
  const [, start, end, description = ''] = match;
  return [...before, { startSeconds: Number(start), endSeconds: Number(end), description }];
}

/** Collects the values of a flag that may be given several times. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
