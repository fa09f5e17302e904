import type { AspectRatio, VideoMode, VideoQuality } from '../../tasks/task.js';
import type { InputFile, VideoRequest } from '../provider.js';
import { promptToSend } from './prompt-to-send.js';

/** One media file of a start. Its address is https, `oss://` of the temporary store, or a data URI for images. */
type Media = {
  type: 'first_frame' | 'last_frame' | 'first_clip' | 'driving_audio' | 'reference_image' | 'reference_video' | 'video';
  url: string;
};

/** The body of POST /api/v1/services/aigc/video-generation/video-synthesis. */
export type StartBody = {
  model: string;
  input: { prompt?: string; negative_prompt?: string; audio_url?: string; media?: Media[] };
  parameters: {
    resolution: '720P' | '1080P';
    ratio?: string;
    /** Whole seconds. */
    duration: number;
    prompt_extend: boolean;
    watermark: false;
    seed: number;
    /**
     * The model decides about the sound. `origin` would keep that of the input: only a task without sound could mean it,
     * and one is never routed here, as the service cannot be silent.
     */
    audio_setting?: 'auto';
  };
};

const MODELS: Readonly<Record<VideoMode, string>> = {
  TEXT_TO_VIDEO: 'wan2.7-t2v',
  IMAGE_TO_VIDEO: 'wan2.7-i2v',
  FIRST_LAST_FRAME: 'wan2.7-i2v',
  VIDEO_CONTINUATION: 'wan2.7-i2v',
  REFERENCE_TO_VIDEO: 'wan2.7-r2v',
  VIDEO_EDIT: 'wan2.7-videoedit',
};

export const RESOLUTIONS: Readonly<Record<VideoQuality, '720P' | '1080P'>> = { P720: '720P', P1080: '1080P' };

export const RATIOS: Readonly<Record<AspectRatio, string>> = {
  LANDSCAPE_16_9: '16:9',
  PORTRAIT_9_16: '9:16',
  SQUARE_1_1: '1:1',
  LANDSCAPE_4_3: '4:3',
  PORTRAIT_3_4: '3:4',
};

/** The name under which the service sells a mode. */
export function modelOf({ mode }: VideoRequest): string {
  return MODELS[mode];
}

/**
 * The request in the service's words, with every option explicit: its defaults (1080P, rewriting on, the ratio of an
 * edited video) never decide. `addressOf` gives the address that a file was handed over under.
 */
export function startBody(request: VideoRequest, addressOf: (file: InputFile) => string): StartBody {
  const { mode, negativePrompt, inputs } = request;
  const prompt = promptToSend(request);
  const media = mediaOf(request, addressOf);
  return {
    model: modelOf(request),
    input: {
      ...(prompt === '' ? {} : { prompt }),
      ...(negativePrompt === null || negativePrompt === '' ? {} : { negative_prompt: negativePrompt }),
      ...(mode === 'TEXT_TO_VIDEO' && inputs.audio !== null ? { audio_url: addressOf(inputs.audio) } : {}),
      ...(media.length === 0 ? {} : { media }),
    },
    parameters: {
      resolution: RESOLUTIONS[request.quality],
      ...(takesRatio(request) ? { ratio: RATIOS[request.aspectRatio] } : {}),
      duration: request.durationSeconds,
      prompt_extend: request.promptExtend,
      watermark: false,
      seed: request.seed,
      ...(mode === 'VIDEO_EDIT' ? { audio_setting: 'auto' } : {}),
    },
  };
}

/** Where a first frame or clip gives the shape, a ratio is refused or ignored. */
function takesRatio({ mode, inputs }: VideoRequest): boolean {
  if (mode === 'REFERENCE_TO_VIDEO') return inputs.firstFrame === null;
  return mode === 'TEXT_TO_VIDEO' || mode === 'VIDEO_EDIT';
}

/** References keep their order, as the prompt calls them "Image 1" and "Video 1". */
function mediaOf({ mode, inputs }: VideoRequest, addressOf: (file: InputFile) => string): Media[] {
  const give = (type: Media['type'], files: readonly (InputFile | null)[]): Media[] =>
    files.flatMap((file) => (file === null ? [] : [{ type, url: addressOf(file) }]));
  if (mode === 'TEXT_TO_VIDEO') return [];
  return [
    ...give('video', [inputs.editVideo]),
    ...give('first_frame', [inputs.firstFrame]),
    ...give('first_clip', [inputs.continueFrom]),
    ...give('last_frame', [inputs.lastFrame]),
    ...give('reference_image', inputs.referenceImages),
    ...give('reference_video', inputs.referenceVideos),
    ...give('driving_audio', [inputs.audio]),
  ];
}
