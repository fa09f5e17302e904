import { AvFrameVideoSampleResource } from '@mediabunny/server';
import {
  AV_PIX_FMT_RGB0,
  AVCOL_PRI_BT709,
  AVCOL_RANGE_JPEG,
  AVCOL_SPC_RGB,
  AVCOL_TRC_IEC61966_2_1,
  FFmpegError,
  Frame,
  Rational,
} from 'node-av';

type PooledFrame = { frame: Frame; plane: Uint8Array; strideBytes: number };

/**
 * Copies pictures of RGBX bytes into memory of the encoder, which is taken again as soon as the encoder has let go of it.
 * A fresh picture of some megabytes for every frame would keep the garbage collector busier than the encoder.
 */
export function createFramePool(width: number, height: number): (pixels: Uint8Array) => AvFrameVideoSampleResource {
  const pool: PooledFrame[] = [];
  return (pixels) => {
    let pooled = pool.find(({ frame }) => frame.isWritable);
    if (pooled === undefined) pool.push((pooled = allocate(width, height)));
    const { frame, plane, strideBytes } = pooled;
    const rowBytes = width * 4;
    for (let row = 0; row < height; row += 1) {
      plane.set(pixels.subarray(row * rowBytes, (row + 1) * rowBytes), row * strideBytes);
    }
    const shared = frame.clone();
    if (shared === null) throw new Error('There is no memory for a frame.');
    return new AvFrameVideoSampleResource(shared);
  };
}

function allocate(width: number, height: number): PooledFrame {
  const frame = new Frame();
  frame.alloc();
  frame.width = width;
  frame.height = height;
  frame.format = AV_PIX_FMT_RGB0;
  frame.sampleAspectRatio = new Rational(1, 1);
  frame.colorPrimaries = AVCOL_PRI_BT709;
  frame.colorTrc = AVCOL_TRC_IEC61966_2_1;
  frame.colorSpace = AVCOL_SPC_RGB;
  frame.colorRange = AVCOL_RANGE_JPEG;
  FFmpegError.throwIfError(frame.getBuffer());
  const [plane] = frame.data ?? [];
  const [strideBytes] = frame.linesize;
  if (plane === undefined || strideBytes === undefined) throw new Error('There is no memory for a frame.');
  return { frame, plane, strideBytes };
}
