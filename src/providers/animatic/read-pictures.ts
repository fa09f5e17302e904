import { readFile } from 'node:fs/promises';
import { createCanvas, loadImage, type Canvas, type Image } from '@napi-rs/canvas';
import type { InputFile, InputFiles } from '../provider.js';
import type { BriefPictures } from './brief.js';
import { InvalidInputError } from './invalid-input-error.js';
import { openClip } from './open-clip.js';

/** Pictures that only appear in the scene need no more detail than this, in pixels of the longer side. */
const MAX_REFERENCE_SIDE = 1280;

/**
 * Decodes everything a brief shows. The first and last picture are scaled and cropped to the exact size of the
 * video; of a reference video its middle frame appears.
 */
export async function readPictures(inputs: InputFiles, width: number, height: number): Promise<BriefPictures> {
  const cover = (source: Canvas | Image): Promise<Image> => asImage(coverCanvas(source, width, height));
  const { firstFrame, lastFrame, continueFrom } = inputs;
  const first = firstFrame ? await readImage(firstFrame) : continueFrom ? await readFrame(continueFrom, 'last') : null;
  const last = lastFrame ? await readImage(lastFrame) : null;
  const references: Image[] = [];
  for (const file of inputs.referenceImages) references.push(await asImage(limitSize(await readImage(file))));
  for (const file of inputs.referenceVideos) references.push(await asImage(limitSize(await readFrame(file, 'middle'))));
  return { first: first && (await cover(first)), last: last && (await cover(last)), references };
}

async function readImage(file: InputFile): Promise<Image> {
  try {
    return await loadImage(await readFile(file.path));
  } catch (cause) {
    throw new InvalidInputError(`The image ${file.assetId} (${file.mimeType}) cannot be decoded.`, { cause });
  }
}

async function readFrame(file: InputFile, which: 'middle' | 'last'): Promise<Canvas> {
  using clip = await openClip(file);
  return await (which === 'last' ? clip.lastFrame() : clip.frameAt(clip.durationSeconds / 2));
}

/** Scales a picture until it covers the size, and cuts what stands over on both sides. A canvas that fits stays. */
export function coverCanvas(source: Canvas | Image, width: number, height: number): Canvas {
  if ('getContext' in source && source.width === width && source.height === height) return source;
  const scale = Math.max(width / source.width, height / source.height);
  return drawScaled(source, width, height, source.width * scale, source.height * scale);
}

function limitSize(source: Canvas | Image): Canvas {
  const scale = Math.min(1, MAX_REFERENCE_SIDE / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  return drawScaled(source, width, height, width, height);
}

function drawScaled(source: Canvas | Image, width: number, height: number, drawnWidth: number, drawnHeight: number) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, (width - drawnWidth) / 2, (height - drawnHeight) / 2, drawnWidth, drawnHeight);
  return canvas;
}

async function asImage(canvas: Canvas): Promise<Image> {
  return loadImage(await canvas.encode('png'));
}
