import { randomUUID } from 'node:crypto';
import type { InputFile, InputFiles, VideoRequest } from '../../src/providers/provider.js';

export const NO_INPUTS: InputFiles = {
  firstFrame: null,
  lastFrame: null,
  continueFrom: null,
  referenceImages: [],
  referenceVideos: [],
  editVideo: null,
  audio: null,
};

/** A small text-to-video request with a start key of its own; what a test is about is given. */
export function videoRequest(given: Partial<Omit<VideoRequest, 'inputs'>> & { inputs?: Partial<InputFiles> } = {}) {
  const request: VideoRequest = {
    startKey: randomUUID(),
    mode: 'TEXT_TO_VIDEO',
    prompt: 'a small kitten running under the moonlight',
    negativePrompt: null,
    shots: [],
    shotType: null,
    quality: 'P720',
    aspectRatio: 'LANDSCAPE_16_9',
    width: 320,
    height: 180,
    durationSeconds: 2,
    seed: 7,
    promptExtend: false,
    generateAudio: false,
    outputFormat: 'MP4',
    outputQuality: 95,
    safety: 'NONE',
    callbackUrl: null,
    requestId: null,
    ...given,
    inputs: { ...NO_INPUTS, ...given.inputs },
  };
  return request;
}

/** A local file as an input of a request, without a public link unless one is given. */
export function inputFile(path: string, mimeType: string, given: Partial<InputFile> = {}): InputFile {
  const assetId = `asset-${randomUUID()}`;
  return { assetId, mimeType, sha256: '0'.repeat(64), bytes: 1000, path, url: null, ...given };
}
