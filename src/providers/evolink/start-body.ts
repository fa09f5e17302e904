import type { AspectRatio, VideoMode, VideoQuality } from '../../tasks/task.js';
import type { VideoRequest } from '../provider.js';
import { promptWithShotType } from '../shot-sentence.js';
import type { InputUrls } from './hand-over.js';

const PROMPT_MAX_CHARACTERS = 5000;
const CALLBACK_URL_MAX_CHARACTERS = 2048;

const QUALITIES: Readonly<Record<VideoQuality, string>> = { P720: '720p', P1080: '1080p' };

const ASPECT_RATIOS: Readonly<Record<AspectRatio, string>> = {
  LANDSCAPE_16_9: '16:9',
  PORTRAIT_9_16: '9:16',
  SQUARE_1_1: '1:1',
  LANDSCAPE_4_3: '4:3',
  PORTRAIT_3_4: '3:4',
};

/** The body of `POST /v1/videos/generations`. `undefined` stays off the wire. */
export function startBody(request: VideoRequest, urls: InputUrls): Record<string, unknown> {
  const prompt = promptWithShotType(request, PROMPT_MAX_CHARACTERS);
  return {
    ...mediaOf(request, urls),
    prompt: prompt === '' ? undefined : prompt,
    negative_prompt: request.negativePrompt ?? undefined,
    quality: QUALITIES[request.quality],
    aspect_ratio: followsItsFrame(request.mode) ? undefined : ASPECT_RATIOS[request.aspectRatio],
    duration: request.durationSeconds,
    seed: request.seed,
    prompt_extend: request.promptExtend,
    callback_url: callbackUrlOf(request),
  };
}

/** Model and media by mode (docs.evolink.ai: wan2.7-text-to-video, -image-to-video, -reference-video, -video-edit). */
function mediaOf({ mode }: VideoRequest, urls: InputUrls): Record<string, unknown> {
  const audio = urls.audio === null ? undefined : [urls.audio];
  switch (mode) {
    case 'TEXT_TO_VIDEO':
      return { model: 'wan2.7-text-to-video', audio_urls: audio };
    case 'IMAGE_TO_VIDEO':
      return { ...imageToVideo('first_frame'), image_start: urls.firstFrame, audio_urls: audio };
    case 'FIRST_LAST_FRAME': {
      const frames = { image_start: urls.firstFrame, image_end: urls.lastFrame };
      return { ...imageToVideo('first_last_frame'), ...frames, audio_urls: audio };
    }
    case 'VIDEO_CONTINUATION': {
      const clip = urls.continueFrom === null ? undefined : [urls.continueFrom];
      return { ...imageToVideo('video_continuation'), video_urls: clip, image_end: urls.lastFrame ?? undefined };
    }
    case 'REFERENCE_TO_VIDEO':
      return {
        model: 'wan2.7-reference-video',
        image_start: urls.firstFrame ?? undefined,
        image_urls: listed(urls.referenceImages),
        video_urls: listed(urls.referenceVideos),
      };
    case 'VIDEO_EDIT':
      return {
        model: 'wan2.7-video-edit',
        video_urls: urls.editVideo === null ? undefined : [urls.editVideo],
        image_urls: listed(urls.referenceImages),
        keep_original_sound: false,
      };
  }
}

function imageToVideo(generationMode: string): Record<string, unknown> {
  return { model: 'wan2.7-image-to-video', generation_mode: generationMode };
}

function listed(urls: readonly string[]): readonly string[] | undefined {
  return urls.length === 0 ? undefined : urls;
}

/** wan2.7-image-to-video has no aspect ratio: its video is shaped like the frame or the clip. */
function followsItsFrame(mode: VideoMode): boolean {
  return mode === 'IMAGE_TO_VIDEO' || mode === 'FIRST_LAST_FRAME' || mode === 'VIDEO_CONTINUATION';
}

/** EvoLink refuses the whole start when the address is not https, or too long; checks go on without it. */
function callbackUrlOf({ callbackUrl }: VideoRequest): string | undefined {
  if (callbackUrl === null || callbackUrl.length > CALLBACK_URL_MAX_CHARACTERS) return undefined;
  return callbackUrl.startsWith('https://') ? callbackUrl : undefined;
}
