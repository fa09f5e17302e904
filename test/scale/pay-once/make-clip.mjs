import { createCanvas } from '@napi-rs/canvas';
import { registerMediabunnyServer } from '@mediabunny/server';
import { FilePathTarget, Mp4OutputFormat, Output, Quality, VideoSample, VideoSampleSource } from 'mediabunny';

const SIZE = 64;
const FRAMES = 30;

/** Writes a video of one second that costs next to nothing to check. @param {string} path */
export async function makeClip(path) {
  registerMediabunnyServer({ hardwareContext: null });
  const output = new Output({ format: new Mp4OutputFormat(), target: new FilePathTarget(path) });
  const video = new VideoSampleSource({ codec: 'avc', quality: new Quality({ bitrate: 200_000 }) });
  output.addVideoTrack(video, { frameRate: FRAMES });
  await output.start();
  const canvas = createCanvas(SIZE, SIZE);
  const context = canvas.getContext('2d');
  for (let index = 0; index < FRAMES; index += 1) {
    context.fillStyle = `hsl(${index * 12}, 70%, 50%)`;
    context.fillRect(0, 0, SIZE, SIZE);
    const layout = { format: 'RGBX', codedWidth: SIZE, codedHeight: SIZE };
    const sample = new VideoSample(canvas.data(), { ...layout, timestamp: index / FRAMES, duration: 1 / FRAMES });
    await video.add(sample);
    sample.close();
  }
  await output.finalize();
}
