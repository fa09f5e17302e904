import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { z } from 'zod';

/** Noto Sans SC, a variable font with Latin and Simplified Chinese glyphs, cut into slices by character. */
const PACKAGE = '@fontsource-variable/noto-sans-sc';
const FAMILY = 'Reelay Caption';

const SLICES = z.record(z.string(), z.string());

type Slice = { file: string; ranges: [from: number, to: number][] };

/**
 * Makes the glyphs of a text available from the font's package, and returns the family to write it in. The slices
 * that the text does not need stay unread. Registering a slice twice is harmless.
 */
export function captionFamily(text: string): string {
  const directory = dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
  const characters = [...new Set(`${text}·…`)].map((character) => character.codePointAt(0) ?? 0);
  for (const slice of readSlices(directory)) {
    const needed = characters.some((code) => slice.ranges.some(([from, to]) => code >= from && code <= to));
    if (needed) GlobalFonts.registerFromPath(join(directory, 'files', slice.file), FAMILY);
  }
  return FAMILY;
}

function readSlices(directory: string): Slice[] {
  const stored: unknown = JSON.parse(readFileSync(join(directory, 'unicode.json'), 'utf8'));
  return Object.entries(SLICES.parse(stored)).map(([name, ranges]) => ({
    file: `noto-sans-sc-${name.replace(/[[\]]/gu, '')}-wght-normal.woff2`,
    ranges: ranges.split(',').map(readRange),
  }));
}

/** Reads `U+4e00` or `U+4e00-4eff`. */
function readRange(text: string): [from: number, to: number] {
  const [from = '0', to = from] = text.replace(/^U\+/iu, '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
