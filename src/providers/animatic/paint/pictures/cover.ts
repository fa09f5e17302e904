import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';

/** Where a picture lies when it covers the whole frame, its middle in the middle. */
type Cover = { x: number; y: number; width: number; height: number };

function coverOf(picture: { width: number; height: number }, width: number, height: number): Cover {
  const scale = Math.max(width / picture.width, height / picture.height);
  const shownWidth = picture.width * scale;
  const shownHeight = picture.height * scale;
  return { x: (width - shownWidth) / 2, y: (height - shownHeight) / 2, width: shownWidth, height: shownHeight };
}

/** Draws a picture so that it covers the whole frame; what does not fit is cut off evenly. */
export function drawCover(context: SKRSContext2D, picture: Image | Canvas, width: number, height: number): void {
  const cover = coverOf(picture, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, cover.x, cover.y, cover.width, cover.height);
  context.imageSmoothingQuality = 'low';
}
