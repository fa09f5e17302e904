/** A picture to be encoded. `quality` is 20-99, `frameRate` frames per second. */
export type VideoToEncode = {
  codec: 'avc' | 'vp9';
  quality: number;
  width: number;
  height: number;
  frameRate: number;
};

/**
 * The one rate control of every video that is encoded here, in bits per second of the picture. `quality` 20-99 spans
 * 0.04 to 0.25 bits per pixel on an exponential scale (1.1 to 6.9 Mbit/s at 1280x720 and 30 frames per second, H.264);
 * VP9 needs 30 % less for the same picture.
 */
export function videoBitrate({ codec, quality, width, height, frameRate }: VideoToEncode): number {
  const bitsPerPixel = 0.04 * (0.25 / 0.04) ** ((quality - 20) / 79);
  return Math.round(bitsPerPixel * width * height * frameRate * (codec === 'vp9' ? 0.7 : 1));
}
