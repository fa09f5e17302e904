import type { InputRole } from '../tasks/models.js';
import type { MediaKind } from './asset.js';

/** Bounds of one kind of file in one role. Both ends are valid; null means "not bounded". */
export type MediaLimits = {
  kind: MediaKind;
  maxBytes: number;
  /** Of each side. */
  pixels: { min: number; max: number } | null;
  /** The longer side divided by the shorter one. */
  maxSideRatio: number | null;
  seconds: { min: number; max: number } | null;
};

const MEBIBYTE = 1024 * 1024;

/** Encoders pad: a clip cut to ten seconds may measure 10.03. */
export const DURATION_TOLERANCE_SECONDS = 0.1;

// docs.evolink.ai, wan2.7-image-to-video: at most 20 MB, 240-8000 px. No page gives a ratio for images; the one of
// videos is taken, as a picture becomes a video.
const IMAGE: MediaLimits = {
  kind: 'IMAGE',
  maxBytes: 20 * MEBIBYTE,
  pixels: { min: 240, max: 8000 },
  maxSideRatio: 8,
  seconds: null,
};

// docs.evolink.ai, wan2.7-text-to-video.
const AUDIO: MediaLimits = {
  kind: 'AUDIO',
  maxBytes: 15 * MEBIBYTE,
  pixels: null,
  maxSideRatio: null,
  seconds: { min: 2, max: 30 },
};

// docs.evolink.ai, wan2.7-video-edit: 2-10 s, 240-4096 px, 1:8 to 8:1, at most 100 MB. No page gives durations for the
// other roles. A continued clip may be as long as any output (15 s), so that every output can be continued; a
// reference may be twice that.
const VIDEO = { kind: 'VIDEO', maxBytes: 100 * MEBIBYTE, pixels: { min: 240, max: 4096 }, maxSideRatio: 8 } as const;

/** What a file must be to play a role. */
export const ROLE_LIMITS: Readonly<Record<InputRole, MediaLimits>> = {
  firstFrame: IMAGE,
  lastFrame: IMAGE,
  referenceImages: IMAGE,
  continueFrom: { ...VIDEO, seconds: { min: 2, max: 15 } },
  referenceVideos: { ...VIDEO, seconds: { min: 2, max: 30 } },
  editVideo: { ...VIDEO, seconds: { min: 2, max: 10 } },
  audio: AUDIO,
};

/** What a file must be to be kept at all, before it plays a role: the widest limits of its kind. */
export const KIND_LIMITS: Readonly<Record<MediaKind, MediaLimits>> = {
  IMAGE,
  AUDIO,
  VIDEO: { ...VIDEO, seconds: { min: 2, max: 30 } },
};

/** No file that a caller gives may be larger than this. */
export const MAX_INPUT_BYTES = Math.max(...Object.values(KIND_LIMITS).map((limits) => limits.maxBytes));
