import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { FRAME_RATE } from '../brief.js';
import type { Brief } from '../brief.js';
import type { Moment } from './base/layer.js';
import { smoothstep } from './base/noise.js';
import { createCaption } from './frame/caption.js';
import type { Caption } from './frame/caption.js';
import { createFinish } from './frame/finish.js';
import { smoothLoudness } from './frame/loudness.js';
import { planShots } from './frame/plan-shots.js';
import type { PlannedShot } from './frame/plan-shots.js';
import { createShotPainter } from './frame/shot-painter.js';
import { createTransitions, TRANSITION_SECONDS } from './frame/transition.js';
import { drawCover } from './pictures/cover.js';
import { createEnding } from './pictures/ending.js';
import { createLivingPicture } from './pictures/living-picture.js';

/** Draws a video frame by frame. Frames may be asked for in any order, but are fastest in theirs. */
export type Painter = {
  /** `context` is as large as the brief's frame; its whole area is painted. */
  paint(context: SKRSContext2D, frameIndex: number): void;
};

/** A shot ready to be painted. */
type BuiltShot = { caption: Caption; paint(context: SKRSContext2D, moment: Moment): void };

/** The painter of one video: the same brief always gives the same pixels. */
export function createPainter(brief: Brief): Painter {
  const { width, height, pictures, durationSeconds } = brief;
  const shots = planShots(brief);
  const built = new Map<number, BuiltShot>();
  const finish = createFinish(brief.seed, width, height);
  const loudness = smoothLoudness(brief.loudness);
  const lastFrame = Math.max(0, Math.round(durationSeconds * FRAME_RATE) - 1);
  const ending = pictures.last === null ? null : createEnding(pictures.last, width, height);
  const transitions = createTransitions(width, height);
  const incoming = createCanvas(width, height);

  const shotAt = (index: number, shot: PlannedShot): BuiltShot => {
    const known = built.get(index);
    if (known !== undefined) return known;
    for (const old of built.keys()) if (old < index - 1) built.delete(old);
    const fresh = buildShot(brief, shot, index);
    built.set(index, fresh);
    return fresh;
  };

  const paintShot = (context: SKRSContext2D, index: number, seconds: number, frameIndex: number): void => {
    const shot = shots[index];
    if (shot === undefined) return;
    const lengthSeconds = Math.max(0.1, shot.endSeconds - shot.startSeconds);
    const inShot = Math.max(0, seconds - shot.startSeconds);
    shotAt(index, shot).paint(context, {
      seconds: inShot,
      progress: Math.min(1, inShot / lengthSeconds),
      lengthSeconds,
      loudness: loudness(frameIndex),
    });
  };

  return {
    paint(context, frameIndex) {
      const seconds = frameIndex / FRAME_RATE;
      const exact = frameIndex === 0 ? pictures.first : frameIndex >= lastFrame ? pictures.last : null;
      if (exact !== null) {
        drawCover(context, exact, width, height);
        return;
      }
      const now = currentShot(shots, seconds);
      paintShot(context, now.index, seconds, frameIndex);
      if (now.along > 0) {
        paintShot(incoming.getContext('2d'), now.index + 1, seconds, frameIndex);
        transitions(context, incoming, now.transition, now.along);
      }
      const along = ending === null ? 0 : endingAt(brief, frameIndex, lastFrame);
      ending?.paint(context, along);
      const start = pictures.first === null ? 1 : smoothstep(0, 1, seconds);
      const strength = start * (1 - smoothstep(0.55, 1, along));
      finish.paint(context, frameIndex, strength);
      const captioned = now.along > 0.5 ? now.index + 1 : now.index;
      const shot = shots[captioned];
      if (shot !== undefined) shotAt(captioned, shot).caption.paint(context, strength);
    },
  };
}

function buildShot(brief: Brief, shot: PlannedShot, index: number): BuiltShot {
  const { width, height, pictures, seed } = brief;
  const caption = createCaption(shot.caption, width, height);
  if (index === 0 && pictures.first !== null) {
    const living = createLivingPicture(pictures.first, shot.scene, seed, width, height, pictures.references);
    return { caption, paint: (context, moment) => living.paint(context, moment, smoothstep(0, 1.4, moment.seconds)) };
  }
  return { caption, ...createShotPainter(shot.scene, seed, width, height, pictures.references) };
}

type CurrentShot = {
  index: number;
  transition: PlannedShot['transition'];
  /** 0 outside a transition to the next shot. */ along: number;
};

/** Transitions lie evenly around the moment at which the next shot begins. */
function currentShot(shots: readonly PlannedShot[], seconds: number): CurrentShot {
  let index = 0;
  while (index + 1 < shots.length && (shots[index + 1]?.startSeconds ?? 0) + halfOf(shots[index + 1]) <= seconds)
    index++;
  const next = shots[index + 1];
  const half = halfOf(next);
  if (next === undefined || half === 0) return { index, transition: 'cut', along: 0 };
  return { index, transition: next.transition, along: Math.max(0, (seconds - next.startSeconds + half) / (2 * half)) };
}

function halfOf(shot: PlannedShot | undefined): number {
  return shot === undefined || shot.transition === 'cut' ? 0 : TRANSITION_SECONDS / 2;
}

/** From a first to a last picture the whole video leads over; a scene does so towards its end. */
function endingAt(brief: Brief, frameIndex: number, lastFrame: number): number {
  const share =
    brief.pictures.first !== null && brief.shots.length < 2 ? 0.72 : Math.min(0.45, 2.4 / brief.durationSeconds);
  return Math.max(0, (frameIndex / Math.max(1, lastFrame) - (1 - share)) / share);
}
