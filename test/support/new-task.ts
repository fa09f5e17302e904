import { randomUUID } from 'node:crypto';
import { newId } from '../../src/lib/new-id.js';
import type { NewResult, NewTask } from '../../src/tasks/new-task.js';
import type { TaskFacts } from '../../src/tasks/video-task.js';

export type NewTaskOptions = {
  numberResults?: number;
  prompt?: string;
  facts?: Partial<TaskFacts>;
  result?: Partial<Pick<NewResult, 'provider' | 'progressSource' | 'cost'>>;
};

/** A text-to-video task that is ready to be stored. */
export function newTask(callerId: string, given: NewTaskOptions = {}): NewTask {
  const { numberResults = 1, prompt = 'A small kitten running under the moonlight' } = given;
  const size = { quality: 'P720' as const, aspectRatio: 'LANDSCAPE_16_9' as const, width: 1280, height: 720 };
  const content = {
    prompt,
    negativePrompt: null,
    shots: [],
    shotType: null,
    promptExtend: false,
    generateAudio: false,
  };
  const output = { durationSeconds: 2, outputFormat: 'MP4' as const, outputQuality: 95, ttlSeconds: null };
  const inputs = { firstFrame: null, lastFrame: null, continueFrom: null, editVideo: null, audio: null };
  return {
    facts: {
      id: newId('task'),
      callerId,
      taskUuid: null,
      model: 'wan2.7',
      mode: 'TEXT_TO_VIDEO',
      ...size,
      ...content,
      ...output,
      inputs: { ...inputs, referenceImages: [], referenceVideos: [] },
      safety: 'NONE',
      uploadUrl: null,
      webhookId: null,
      webhookEvents: [],
      providerPinned: false,
      inputSeconds: 0,
      warnings: [],
      retriedFromId: null,
      requestId: null,
      traceparent: null,
      ...given.facts,
    },
    idempotencyKey: null,
    inputHash: '',
    results: Array.from({ length: numberResults }, (_, index) => ({
      id: newId('result'),
      index,
      seed: index,
      provider: 'ANIMATIC' as const,
      progressSource: 'REPORTED' as const,
      cost: null,
      ...given.result,
      startKey: randomUUID(),
    })),
  };
}
