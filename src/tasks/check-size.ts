import { refuse, type Findings } from './findings.js';
import type { SizeTable, VideoModel } from './models.js';
import type { TaskInput } from './task-input.js';
import { ASPECT_RATIOS, VIDEO_QUALITIES, type AspectRatio, type VideoQuality } from './task.js';

/** One entry of a model's size table. Width and height in pixels. */
type VideoSize = { quality: VideoQuality; aspectRatio: AspectRatio; width: number; height: number };

/**
 * The size of the output: from quality and aspect ratio, or from an exact width and height of the model's table,
 * which then decide quality and aspect ratio.
 */
export function checkSize(findings: Findings, input: TaskInput, model: VideoModel): VideoSize {
  const { quality, aspectRatio, width, height } = input;
  const byName = sizeOf(model.sizes, quality ?? model.defaultQuality, aspectRatio ?? model.defaultAspectRatio);
  if (width == null && height == null) return byName;
  if (width == null || height == null) {
    const [missing, given] = width == null ? (['width', 'height'] as const) : (['height', 'width'] as const);
    refuse(findings, 'REQUIRED', [missing], `Give ${missing} together with ${given}, or leave both out.`);
    return byName;
  }
  const sizes = listSizes(model.sizes);
  const exact = sizes.find((size) => size.width === width && size.height === height);
  if (exact === undefined) {
    const valid = sizes.map((size) => `${size.width}x${size.height}`).join(', ');
    refuse(findings, 'OUT_OF_RANGE', ['width'], `width x height must be one of ${valid}.`);
    return byName;
  }
  if (quality != null && quality !== exact.quality) refuseOther(findings, 'quality', exact);
  if (aspectRatio != null && aspectRatio !== exact.aspectRatio) refuseOther(findings, 'aspectRatio', exact);
  return exact;
}

function refuseOther(findings: Findings, field: 'quality' | 'aspectRatio', size: VideoSize): void {
  const message = `${size.width}x${size.height} has ${field} ${size[field]}. Set ${field} to that, or leave it out.`;
  refuse(findings, 'UNSUPPORTED_COMBINATION', [field], message);
}

function listSizes(sizes: SizeTable): VideoSize[] {
  return VIDEO_QUALITIES.flatMap((quality) => ASPECT_RATIOS.map((aspectRatio) => sizeOf(sizes, quality, aspectRatio)));
}

function sizeOf(sizes: SizeTable, quality: VideoQuality, aspectRatio: AspectRatio): VideoSize {
  const [width, height] = sizes[quality][aspectRatio];
  return { quality, aspectRatio, width, height };
}
