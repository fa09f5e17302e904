import type { VideoSample } from 'mediabunny';

/** Weights of red and blue in the luma of the two colour matrices in use. */
const MATRICES = { bt601: { red: 0.299, blue: 0.114 }, bt709: { red: 0.2126, blue: 0.0722 } } as const;
const BT601_NAMES: readonly unknown[] = ['smpte170m', 'bt470bg'];
/** From this height on, a video that does not name its matrix is taken for BT.709, as players do. */
const HD_HEIGHT = 720;

/**
 * The pixels of a decoded frame as RGBA bytes. Planar 4:2:0, which nearly every video is, is converted here because
 * the library knows only BT.601 and would shift the colours of HD video; other layouts are left to it.
 */
export async function rgbaPixels(sample: VideoSample, colorSpace: VideoColorSpaceInit): Promise<Uint8ClampedArray> {
  const { codedWidth: width, codedHeight: height } = sample;
  const pixels = new Uint8ClampedArray(width * height * 4);
  if (sample.format === 'I420') {
    await convertI420(sample, colorSpace, pixels);
  } else {
    const layout = { rect: { x: 0, y: 0, width, height }, format: 'RGBA' };
    await sample.copyTo(pixels, layout);
  }
  return pixels;
}

async function convertI420(sample: VideoSample, colorSpace: VideoColorSpaceInit, pixels: Uint8ClampedArray) {
  const { codedWidth: width, codedHeight: height } = sample;
  const planes = new Uint8Array(sample.allocationSize());
  const [luma, blue, red] = await sample.copyTo(planes);
  if (luma === undefined || blue === undefined || red === undefined) throw new Error('An I420 frame has three planes.');
  const { lumaGain, lumaOffset, redGain, greenRed, greenBlue, blueGain } = gains(colorSpace, height);
  let target = 0;
  for (let y = 0; y < height; y += 1) {
    const lumaRow = luma.offset + y * luma.stride;
    const blueRow = blue.offset + (y >> 1) * blue.stride;
    const redRow = red.offset + (y >> 1) * red.stride;
    for (let x = 0; x < width; x += 1) {
      const light = ((planes[lumaRow + x] ?? 0) - lumaOffset) * lumaGain;
      const cb = (planes[blueRow + (x >> 1)] ?? 128) - 128;
      const cr = (planes[redRow + (x >> 1)] ?? 128) - 128;
      pixels[target] = light + redGain * cr;
      pixels[target + 1] = light - greenRed * cr - greenBlue * cb;
      pixels[target + 2] = light + blueGain * cb;
      pixels[target + 3] = 255;
      target += 4;
    }
  }
}

function gains({ matrix, fullRange }: VideoColorSpaceInit, height: number) {
  const is601 = BT601_NAMES.includes(matrix) || (matrix !== 'bt709' && height < HD_HEIGHT);
  const { red, blue } = is601 ? MATRICES.bt601 : MATRICES.bt709;
  const green = 1 - red - blue;
  const chroma = fullRange === true ? 1 : 255 / 224;
  return {
    lumaGain: fullRange === true ? 1 : 255 / 219,
    lumaOffset: fullRange === true ? 0 : 16,
    redGain: 2 * (1 - red) * chroma,
    blueGain: 2 * (1 - blue) * chroma,
    greenRed: ((2 * (1 - red) * red) / green) * chroma,
    greenBlue: ((2 * (1 - blue) * blue) / green) * chroma,
  };
}
