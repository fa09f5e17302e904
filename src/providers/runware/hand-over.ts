import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pLimit from 'p-limit';
import type { InputFile, InputFiles, StartOutcome } from '../provider.js';
import type { UpstreamAnswer } from '../upstream-client.js';
import { upstreamError } from '../upstream-error.js';
import { bareFailure, classify, retryDelayMs, runwareError } from './errors.js';
import type { RunwareClient } from './runware-client.js';
import { answerAbout, readAnswer } from './wire.js';

/** Input files as the wire takes them: a public link, or the UUID of media that Runware keeps. */
export type HandedOver = {
  firstFrame: string | null;
  lastFrame: string | null;
  referenceImages: string[];
  referenceVideos: string[];
  audio: string | null;
};

type Trouble = Extract<StartOutcome, { kind: 'busy' | 'refused' }>;
type Upload = { kind: 'ready'; value: string } | { kind: 'trouble'; outcome: Trouble };
export type HandOver = { kind: 'ready'; inputs: HandedOver } | { kind: 'trouble'; outcome: Trouble };

const UPLOAD_TIMEOUT_MS = 300_000;
const RETRY_MS = 15_000;
/** A data URI is held in memory as a whole, some four times the size of its file. */
const UPLOADS_AT_ONCE = 2;

/**
 * Gives input files to Runware. Whatever goes wrong here comes before the start, so nothing was started. The files of one
 * call are shared by its results: an asset that several of them use is uploaded once.
 */
export function createHandOver(client: RunwareClient) {
  const limit = pLimit(UPLOADS_AT_ONCE);

  async function upload(file: InputFile, signal: AbortSignal): Promise<Upload> {
    const content = await readFile(file.path, 'base64').catch(() => null);
    if (content === null) return unreadable(file);
    // runware.ai/docs/platform/media-storage: upload takes a data URI and answers with a mediaUUID.
    const media = `data:${file.mimeType};base64,${content}`;
    const task = { taskType: 'mediaStorage', taskUUID: randomUUID(), operation: 'upload', media };
    return readUpload(await client.send([task], signal, UPLOAD_TIMEOUT_MS));
  }

  /** Opens the hand-over of one call. */
  return function openHandOver(signal: AbortSignal): (files: InputFiles) => Promise<HandOver> {
    const uploads = new Map<string, Promise<Upload>>();

    function give(file: InputFile): Promise<Upload> {
      if (file.url !== null) return Promise.resolve({ kind: 'ready', value: file.url });
      const name = `${file.sha256} ${file.mimeType} ${file.path}`;
      const upcoming = uploads.get(name) ?? limit(() => upload(file, signal));
      uploads.set(name, upcoming);
      return upcoming;
    }

    return async (files) => {
      const { firstFrame, lastFrame, referenceImages, referenceVideos, audio } = files;
      const given = [firstFrame, lastFrame, audio, ...referenceImages, ...referenceVideos].filter(
        (file) => file !== null,
      );
      const values = new Map<InputFile, string>();
      for (const [position, result] of (await Promise.all(given.map(give))).entries()) {
        if (result.kind === 'trouble') return result;
        const file = given[position];
        if (file !== undefined) values.set(file, result.value);
      }
      const valueOf = (file: InputFile | null) => (file === null ? null : (values.get(file) ?? null));
      const valuesOf = (list: InputFile[]) => list.flatMap((file) => values.get(file) ?? []);
      const inputs = {
        firstFrame: valueOf(firstFrame),
        lastFrame: valueOf(lastFrame),
        referenceImages: valuesOf(referenceImages),
        referenceVideos: valuesOf(referenceVideos),
        audio: valueOf(audio),
      };
      return { kind: 'ready', inputs };
    };
  };
}

function readUpload(answer: UpstreamAnswer): Upload {
  if (answer.kind !== 'answered') return busy(answer.message, RETRY_MS);
  const { status, body, retryAfterMs } = answer;
  const { data, failures } = readAnswer(body);
  const mediaUUID = data?.find((row) => row.mediaUUID)?.mediaUUID;
  if (status < 300 && mediaUUID != null) return { kind: 'ready', value: mediaUUID };
  const failure = failures[0] ?? bareFailure(status);
  const error = runwareError(failure, status);
  switch (classify(failure, status)) {
    case 'validation':
    case 'safety':
    case 'auth':
    case 'balance':
    case 'not-found':
      return { kind: 'trouble', outcome: { kind: 'refused', error, answer: answerAbout([], [failure]) } };
    case 'rate-limit':
      return {
        kind: 'trouble',
        outcome: { kind: 'busy', retryAfterMs: retryDelayMs(retryAfterMs, failure.message), error },
      };
    default:
  }
  return busy(failure.message ?? 'An input could not be handed over.', retryAfterMs ?? RETRY_MS);
}

function busy(message: string, retryAfterMs: number): Upload {
  const error = upstreamError('RUNWARE', { code: 'PROVIDER_UNAVAILABLE', message, providerCode: null, billed: false });
  return { kind: 'trouble', outcome: { kind: 'busy', retryAfterMs, error } };
}

function unreadable(file: InputFile): Upload {
  const message = `The input ${file.assetId} could not be read.`;
  const error = upstreamError('RUNWARE', { code: 'INTERNAL', message, providerCode: null, billed: false });
  return { kind: 'trouble', outcome: { kind: 'refused', error, answer: null } };
}
