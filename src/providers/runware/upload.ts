import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { InputFile } from '../provider.js';
import type { Upload } from '../shared-uploads.js';
import type { UpstreamAnswer } from '../upstream-client.js';
import { upstreamError } from '../upstream-error.js';
import { bareFailure, classify, retryDelayMs, runwareError } from './errors.js';
import { encodeMedia } from './encode-media.js';
import type { RunwareClient } from './runware-client.js';
import { answerAbout, readAnswer } from './wire.js';

const UPLOAD_TIMEOUT_MS = 300_000;
const RETRY_MS = 15_000;

/** Uploads a file without a public link by `mediaStorage`, which takes a data URI and answers with a mediaUUID (runware.ai/docs/platform/media-storage). */
export async function uploadFile(client: RunwareClient, file: InputFile, signal: AbortSignal): Promise<Upload> {
  const content = await open(file.path).catch(() => null);
  if (content === null) return unreadable(file);
  try {
    const task = { taskType: 'mediaStorage', taskUUID: randomUUID(), operation: 'upload' };
    const stream = encodeMedia(task, file.mimeType, content, (await content.stat()).size);
    return readUpload(await client.sendStream(stream, signal, UPLOAD_TIMEOUT_MS));
  } finally {
    await content.close();
  }
}

function readUpload(answer: UpstreamAnswer): Upload {
  if (answer.kind !== 'answered') return busy(answer.message, RETRY_MS);
  const { status, body, retryAfterMs } = answer;
  const { data, failures } = readAnswer(body);
  const mediaUUID = data?.find((row) => row.mediaUUID)?.mediaUUID;
  if (status < 300 && mediaUUID != null) return { kind: 'uploaded', reference: mediaUUID };
  const failure = failures[0] ?? bareFailure(status);
  const error = runwareError(failure, status);
  switch (classify(failure, status)) {
    case 'validation':
    case 'safety':
    case 'auth':
    case 'balance':
    case 'not-found':
      return { kind: 'refused', error, answer: answerAbout([], [failure]) };
    case 'rate-limit':
      return { kind: 'busy', retryAfterMs: retryDelayMs(retryAfterMs, failure.message), error };
    default:
  }
  return busy(failure.message ?? 'An input could not be handed over.', retryAfterMs ?? RETRY_MS);
}

function busy(message: string, retryAfterMs: number): Upload {
  const error = upstreamError('RUNWARE', { code: 'PROVIDER_UNAVAILABLE', message, providerCode: null, billed: false });
  return { kind: 'busy', retryAfterMs, error };
}

function unreadable(file: InputFile): Upload {
  const message = `The input ${file.assetId} could not be read.`;
  const error = upstreamError('RUNWARE', { code: 'INTERNAL', message, providerCode: null, billed: false });
  return { kind: 'refused', error, answer: null };
}
