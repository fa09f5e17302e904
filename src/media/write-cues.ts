import type { StoryboardLayout } from '../tasks/video-task.js';

/** WebVTT as players read it for thumbnails: each cue is the place of its tile in the sprite, `url#xywh=x,y,width,height`. */
export function writeCues(layout: StoryboardLayout, spriteUrl: string): string {
  const { columns, count, tileWidth, tileHeight, intervalSeconds } = layout;
  const cues = Array.from({ length: count }, (_, index) => {
    const left = (index % columns) * tileWidth;
    const top = Math.floor(index / columns) * tileHeight;
    const times = `${timestamp(index * intervalSeconds)} --> ${timestamp((index + 1) * intervalSeconds)}`;
    return `${times}\n${spriteUrl}#xywh=${left},${top},${tileWidth},${tileHeight}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

/** Hours, minutes, seconds and thousandths: 00:00:01.200 */
function timestamp(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
}
