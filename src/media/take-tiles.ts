import { writeFile } from 'node:fs/promises';
import { createCanvas } from '@napi-rs/canvas';
import { FilePathTarget, Mp4OutputFormat, Output, Quality, VideoSampleSource, type VideoSampleSink } from 'mediabunny';
import type { StoryboardLayout } from '../tasks/video-task.js';
import { PREVIEW_FRAME_RATE } from './media-order.js';
import type { Span } from './take-poster.js';

/** More tiles than this do not make it easier to find a place in a video of 15 seconds. */
const MAX_TILES = 25;
/** Shorter videos get fewer tiles. */
const MIN_INTERVAL_SECONDS = 0.2;
const COLUMNS = 5;
/** Pixels of a tile's longer side. */
const LONGER_SIDE = 256;
const JPEG_QUALITY = 75;
/** Bits per second. */
const PREVIEW_BITRATE = 400_000;

/** `width` and `height` are those of the video as displayed. */
export type TilesRequest = { span: Span; width: number; height: number; spritePath: string; previewPath: string };

/**
 * Decodes a video once and writes frames at equal distances twice: side by side, as one JPEG that players look places up
 * in, and one after the other, as a small MP4 without sound that shows the whole video in two and a half seconds.
 */
export async function takeTiles(sink: VideoSampleSink, request: TilesRequest): Promise<StoryboardLayout> {
  const layout = planTiles(request);
  const { columns, rows, count, tileWidth, tileHeight, intervalSeconds } = layout;
  const sprite = createCanvas(columns * tileWidth, rows * tileHeight);
  const context = sprite.getContext('2d');
  const preview = new Output({
    format: new Mp4OutputFormat({ fastStart: 'in-memory' }),
    target: new FilePathTarget(request.previewPath),
  });
  const quality = new Quality({ bitrate: PREVIEW_BITRATE });
  const frames = new VideoSampleSource({ codec: 'avc', quality, hardwareAcceleration: 'prefer-software' });
  preview.addVideoTrack(frames, { frameRate: PREVIEW_FRAME_RATE });
  await preview.start();
  const { start } = request.span;
  const times = Array.from({ length: count }, (_, index) => start + (index + 0.5) * intervalSeconds);
  let index = 0;
  for await (using sample of sink.samplesAtTimestamps(times)) {
    if (sample === null) throw new Error('A frame of the video is missing.');
    // This takes the sample's pixels away: nothing else can be made of it afterwards.
    using tile = await sample.transform({ width: tileWidth, height: tileHeight, fit: 'fill' });
    const image = context.createImageData(tileWidth, tileHeight);
    // A variable, because the published types of copyTo are older than its `format`.
    const rgb = { rect: tile.visibleRect, format: 'RGBA', colorSpace: 'srgb' } as const;
    await tile.copyTo(image.data, rgb);
    context.putImageData(image, (index % columns) * tileWidth, Math.floor(index / columns) * tileHeight);
    tile.setTimestamp(index / PREVIEW_FRAME_RATE);
    tile.setDuration(1 / PREVIEW_FRAME_RATE);
    await frames.add(tile);
    index += 1;
  }
  await preview.finalize();
  await writeFile(request.spritePath, await sprite.encode('jpeg', JPEG_QUALITY));
  return layout;
}

function planTiles({ span: { duration }, width, height }: TilesRequest): StoryboardLayout {
  const count = Math.max(1, Math.min(MAX_TILES, Math.floor(duration / MIN_INTERVAL_SECONDS)));
  const columns = Math.min(COLUMNS, count);
  const scale = LONGER_SIDE / Math.max(width, height);
  return {
    columns,
    rows: Math.ceil(count / columns),
    count,
    tileWidth: evenly(width * scale),
    tileHeight: evenly(height * scale),
    intervalSeconds: Math.round((duration / count) * 1000) / 1000,
  };
}

/** H.264 takes even sizes only. */
function evenly(pixels: number): number {
  return Math.max(2, 2 * Math.round(pixels / 2));
}
