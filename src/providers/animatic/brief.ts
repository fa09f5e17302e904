import type { Image } from '@napi-rs/canvas';
import type { Shot, ShotType } from '../../tasks/task.js';

export const FRAME_RATE = 30;

/** What the painter is asked to draw: the same brief always gives the same frames. */
export type Brief = {
  prompt: string;
  negativePrompt: string | null;
  shots: Shot[];
  shotType: ShotType | null;
  seed: number;
  width: number;
  height: number;
  durationSeconds: number;
  pictures: BriefPictures;
  /** Loudness of the driving audio per frame, 0-1; null when no audio drives the picture. */
  loudness: Float32Array | null;
};

/** Pictures that the frames start from, end on, or show; null and empty mean "none". */
export type BriefPictures = {
  /** Shown exactly in the first frame (a first frame, or the last frame of a clip that is continued). */
  first: Image | null;
  /** Shown exactly in the last frame. */
  last: Image | null;
  /** Appear in the scene. */
  references: Image[];
};
