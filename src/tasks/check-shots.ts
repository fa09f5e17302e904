import type { Shot } from './task.js';

/** What is wrong with the times of one shot. `shotIndex` counts from 0; the message names shots from 1. */
export type ShotProblem = {
  kind: 'INVALID_TIME' | 'ZERO_LENGTH' | 'BACKWARDS' | 'OVERLAP' | 'UNORDERED' | 'TOO_LONG';
  shotIndex: number;
  field: 'startSeconds' | 'endSeconds';
  message: string;
};

/**
 * The mistakes in the times of a shot list, at most two for each shot. Gaps between shots are no mistake.
 * Without a known duration (null) the end of the list is not checked.
 */
export function checkShots(shots: readonly Shot[], durationSeconds: number | null): ShotProblem[] {
  const problems: ShotProblem[] = [];
  let latest: { shot: Shot; number: number } | null = null;
  for (const [shotIndex, shot] of shots.entries()) {
    const ownProblem = checkOwnTimes(shot, shotIndex);
    if (ownProblem !== null) {
      problems.push(ownProblem);
      continue;
    }
    if (latest !== null && shot.startSeconds < latest.shot.endSeconds) {
      problems.push(describeConflict(shot, shotIndex, latest.shot, latest.number));
    }
    if (durationSeconds !== null && shot.endSeconds > durationSeconds) {
      const message =
        `Shot ${shotIndex + 1} ends at ${shot.endSeconds} s, but the video lasts ${durationSeconds} s. ` +
        `End it at ${durationSeconds} s or earlier, or ask for a longer video.`;
      problems.push({ kind: 'TOO_LONG', shotIndex, field: 'endSeconds', message });
    }
    if (latest === null || shot.endSeconds > latest.shot.endSeconds) latest = { shot, number: shotIndex + 1 };
  }
  return problems;
}

function checkOwnTimes({ startSeconds, endSeconds }: Shot, shotIndex: number): ShotProblem | null {
  const name = `Shot ${shotIndex + 1}`;
  if (!(startSeconds >= 0 && Number.isFinite(startSeconds))) {
    const message = `${name} must start at 0 s or later.`;
    return { kind: 'INVALID_TIME', shotIndex, field: 'startSeconds', message };
  }
  if (!Number.isFinite(endSeconds)) {
    const message = `${name} must end at a number of seconds after its start.`;
    return { kind: 'INVALID_TIME', shotIndex, field: 'endSeconds', message };
  }
  if (endSeconds === startSeconds) {
    const message = `${name} starts and ends at ${startSeconds} s. It must end later than it starts.`;
    return { kind: 'ZERO_LENGTH', shotIndex, field: 'endSeconds', message };
  }
  if (endSeconds < startSeconds) {
    const message = `${name} ends at ${endSeconds} s, before it starts at ${startSeconds} s. It must end later than it starts.`;
    return { kind: 'BACKWARDS', shotIndex, field: 'endSeconds', message };
  }
  return null;
}

function describeConflict(shot: Shot, shotIndex: number, earlier: Shot, earlierNumber: number): ShotProblem {
  if (shot.endSeconds <= earlier.startSeconds) {
    const message =
      `Shot ${shotIndex + 1} (${shot.startSeconds}-${shot.endSeconds} s) comes before shot ${earlierNumber} ` +
      `(${earlier.startSeconds}-${earlier.endSeconds} s) in time. List the shots in the order of their times.`;
    return { kind: 'UNORDERED', shotIndex, field: 'startSeconds', message };
  }
  const message =
    `Shot ${shotIndex + 1} starts at ${shot.startSeconds} s, before shot ${earlierNumber} ends at ` +
    `${earlier.endSeconds} s. Start it at ${earlier.endSeconds} s or later.`;
  return { kind: 'OVERLAP', shotIndex, field: 'startSeconds', message };
}
