import type { AspectRatio, TaskInputs, VideoMode, VideoQuality } from './task.js';

/** The name of one media input, as `inputs` names it. */
export type InputRole = keyof TaskInputs;

/** Whether a mode takes an input: `required` and `allowed` ones may be given, `forbidden` ones may not. */
type InputRule = 'required' | 'allowed' | 'forbidden';

/** What one mode takes. */
export type ModeLimits = {
  promptRequired: boolean;
  inputs: Readonly<Record<InputRole, InputRule>>;
  /** Reference images and reference videos together. */
  minReferences: number;
  maxReferences: number;
  /** Whole seconds. */
  maxDurationSeconds: number;
  /** Whole seconds, once a reference video is given. */
  maxDurationSecondsWithReferenceVideo: number;
};

/** Pixel sizes by quality and aspect ratio. */
export type SizeTable = Readonly<
  Record<VideoQuality, Readonly<Record<AspectRatio, readonly [width: number, height: number]>>>
>;

/** A whole-number option: both ends are valid. */
type NumberLimits = { readonly min: number; readonly max: number; readonly default: number };

/** A model and everything that bounds a task for it, as data. Characters are Unicode code points. */
export type VideoModel = {
  name: string;
  promptMaxCharacters: number;
  negativePromptMaxCharacters: number;
  sizes: SizeTable;
  defaultQuality: VideoQuality;
  defaultAspectRatio: AspectRatio;
  frameRate: number;
  /** The longest any mode allows; `modes` may allow less. */
  durationSeconds: NumberLimits;
  /** Without a seed each task gets a random one. */
  seed: { readonly min: number; readonly max: number };
  numberResults: NumberLimits;
  maxShots: number;
  outputQuality: NumberLimits;
  ttlSeconds: { readonly min: number; readonly max: number };
  /** The driving audio file. */
  audio: { readonly minSeconds: number; readonly maxSeconds: number; readonly maxBytes: number };
  modes: Readonly<Record<VideoMode, ModeLimits>>;
};

/** Width and height of Wan 2.7's outputs (docs.evolink.ai, wan2.7-text-to-video). */
export const WAN_2_7_SIZES: SizeTable = {
  P720: {
    LANDSCAPE_16_9: [1280, 720],
    PORTRAIT_9_16: [720, 1280],
    SQUARE_1_1: [960, 960],
    LANDSCAPE_4_3: [1104, 832],
    PORTRAIT_3_4: [832, 1104],
  },
  P1080: {
    LANDSCAPE_16_9: [1920, 1080],
    PORTRAIT_9_16: [1080, 1920],
    SQUARE_1_1: [1440, 1440],
    LANDSCAPE_4_3: [1648, 1248],
    PORTRAIT_3_4: [1248, 1648],
  },
};

const NO_INPUTS: Readonly<Record<InputRole, InputRule>> = {
  firstFrame: 'forbidden',
  lastFrame: 'forbidden',
  continueFrom: 'forbidden',
  referenceImages: 'forbidden',
  referenceVideos: 'forbidden',
  editVideo: 'forbidden',
  audio: 'forbidden',
};

const PLAIN_MODE = {
  promptRequired: true,
  minReferences: 0,
  maxReferences: 0,
  maxDurationSeconds: 15,
  maxDurationSecondsWithReferenceVideo: 15,
} as const;

const WAN_2_7: VideoModel = {
  name: 'wan2.7',
  // docs.evolink.ai, wan2.7-text-to-video: lengths, durations, audio. The seed starts at 0 as on
  // runware.ai/docs/models/alibaba-wan2-7, which also gives results, output quality, ttl and frame rate.
  promptMaxCharacters: 5000,
  negativePromptMaxCharacters: 500,
  sizes: WAN_2_7_SIZES,
  defaultQuality: 'P720',
  defaultAspectRatio: 'LANDSCAPE_16_9',
  frameRate: 30,
  durationSeconds: { min: 2, max: 15, default: 5 },
  seed: { min: 0, max: 2_147_483_647 },
  numberResults: { min: 1, max: 4, default: 1 },
  outputQuality: { min: 20, max: 99, default: 95 },
  // Two bounds are ours: so many shots that a list of mistakes stays readable, and ten years, so that a date of
  // expiry always fits.
  maxShots: 100,
  ttlSeconds: { min: 60, max: 10 * 365 * 24 * 60 * 60 },
  audio: { minSeconds: 2, maxSeconds: 30, maxBytes: 15 * 1024 * 1024 },
  modes: {
    TEXT_TO_VIDEO: { ...PLAIN_MODE, inputs: { ...NO_INPUTS, audio: 'allowed' } },
    // The next three are the six media combinations of docs.evolink.ai, wan2.7-image-to-video. A prompt is required
    // only without frames (runware.ai/docs/models/alibaba-wan2-7).
    IMAGE_TO_VIDEO: {
      ...PLAIN_MODE,
      promptRequired: false,
      inputs: { ...NO_INPUTS, firstFrame: 'required', audio: 'allowed' },
    },
    FIRST_LAST_FRAME: {
      ...PLAIN_MODE,
      promptRequired: false,
      inputs: { ...NO_INPUTS, firstFrame: 'required', lastFrame: 'required', audio: 'allowed' },
    },
    VIDEO_CONTINUATION: {
      ...PLAIN_MODE,
      promptRequired: false,
      inputs: { ...NO_INPUTS, continueFrom: 'required', lastFrame: 'allowed' },
    },
    // docs.evolink.ai, wan2.7-reference-video: up to five references, with a first frame or without. Ten seconds at
    // most with a reference video: alibabacloud.com/help/en/model-studio, wan2.7-r2v. Driving audio beside references:
    // runware.ai/docs/models/alibaba-wan2-7.
    REFERENCE_TO_VIDEO: {
      ...PLAIN_MODE,
      minReferences: 1,
      maxReferences: 5,
      maxDurationSecondsWithReferenceVideo: 10,
      inputs: {
        ...NO_INPUTS,
        firstFrame: 'allowed',
        referenceImages: 'allowed',
        referenceVideos: 'allowed',
        audio: 'allowed',
      },
    },
    // docs.evolink.ai, wan2.7-video-edit: one video, up to four images, the prompt optional. Ten seconds at most:
    // alibabacloud.com/help/en/model-studio, wan2.7-videoedit.
    VIDEO_EDIT: {
      ...PLAIN_MODE,
      promptRequired: false,
      maxReferences: 4,
      maxDurationSeconds: 10,
      maxDurationSecondsWithReferenceVideo: 10,
      inputs: { ...NO_INPUTS, editVideo: 'required', referenceImages: 'allowed' },
    },
  },
};

/** Every model that a task may name; the first one is the default. */
export const VIDEO_MODELS: readonly [VideoModel, ...VideoModel[]] = [WAN_2_7];

/** The model of this exact name, or null. */
export function findModel(name: string): VideoModel | null {
  return VIDEO_MODELS.find((model) => model.name === name) ?? null;
}
