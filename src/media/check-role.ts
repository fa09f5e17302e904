import type { InputRole } from '../tasks/models.js';
import type { MediaFacts } from './asset.js';
import { nameFormats } from './formats.js';
import { DURATION_TOLERANCE_SECONDS, KIND_LIMITS, ROLE_LIMITS, type MediaLimits } from './limits.js';

const NOUNS = { IMAGE: 'an image', AUDIO: 'an audio file', VIDEO: 'a video' } as const;

/** Null when the file may play the role, otherwise one or two sentences that say what would be right. */
export function checkRole(facts: MediaFacts, role: InputRole): string | null {
  return checkLimits(facts, ROLE_LIMITS[role]);
}

/** Null when the file may be kept for use in some role, otherwise what would be right. */
export function checkInput(facts: MediaFacts): string | null {
  return checkLimits(facts, KIND_LIMITS[facts.kind]);
}

function checkLimits(facts: MediaFacts, limits: MediaLimits): string | null {
  if (facts.kind !== limits.kind) {
    return `This is ${NOUNS[facts.kind]}; ${NOUNS[limits.kind]} (${nameFormats(limits.kind)}) is needed here.`;
  }
  return (
    checkBytes(facts, limits) ?? checkPixels(facts, limits) ?? checkRatio(facts, limits) ?? checkSeconds(facts, limits)
  );
}

function checkBytes({ bytes }: MediaFacts, { maxBytes, kind }: MediaLimits): string | null {
  if (bytes <= maxBytes) return null;
  return `The file has ${mebibytes(bytes)} MB; ${NOUNS[kind]} may have at most ${mebibytes(maxBytes)} MB.`;
}

function checkPixels({ width, height }: MediaFacts, { pixels }: MediaLimits): string | null {
  if (pixels === null || width === null || height === null) return null;
  if (Math.min(width, height) >= pixels.min && Math.max(width, height) <= pixels.max) return null;
  return `The picture is ${width}x${height} pixels; each side must have ${pixels.min} to ${pixels.max}.`;
}

function checkRatio({ width, height }: MediaFacts, { maxSideRatio }: MediaLimits): string | null {
  if (maxSideRatio === null || width === null || height === null) return null;
  if (Math.max(width, height) <= maxSideRatio * Math.min(width, height)) return null;
  return `The picture is ${width}x${height} pixels; its sides may differ by a factor of ${maxSideRatio} at most.`;
}

function checkSeconds({ durationSeconds }: MediaFacts, { seconds, kind }: MediaLimits): string | null {
  if (seconds === null) return null;
  const duration = durationSeconds ?? 0;
  const { min, max } = seconds;
  if (duration >= min - DURATION_TOLERANCE_SECONDS && duration <= max + DURATION_TOLERANCE_SECONDS) return null;
  return `The file lasts ${Number(duration.toFixed(2))} s; ${NOUNS[kind]} must last ${min} to ${max} s here.`;
}

function mebibytes(bytes: number): number {
  return Math.ceil((bytes / (1024 * 1024)) * 10) / 10;
}
