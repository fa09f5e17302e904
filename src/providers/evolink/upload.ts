import { openAsBlob } from 'node:fs';
import { FormData } from 'undici';
import type { TaskErrorCode } from '../../tasks/task.js';
import type { InputFile } from '../provider.js';
import { redactAnswer } from '../redact-answer.js';
import type { Upload } from '../shared-uploads.js';
import type { UpstreamAnswer, UpstreamClient } from '../upstream-client.js';
import { upstreamError } from '../upstream-error.js';
import { uploadSchema } from './wire.js';

const UPLOAD_TIMEOUT_MS = 5 * 60_000;
const RETRY_AFTER_MS = 30_000;
/** The account is full until old files expire. */
const QUOTA_RETRY_AFTER_MS = 5 * 60_000;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
};

/** The codes of the Files API (docs.evolink.ai, file-series). Whatever is not here may pass when it is tried again. */
const REFUSALS: Readonly<Record<string, TaskErrorCode>> = {
  '40001': 'INVALID_INPUT',
  '40002': 'INVALID_INPUT',
  '40004': 'INVALID_INPUT',
  '400': 'INVALID_INPUT',
  '401': 'PROVIDER_AUTH',
  '402': 'PROVIDER_BALANCE',
  '403': 'PROVIDER_AUTH',
  '404': 'PROVIDER_FAILED',
  '413': 'INVALID_INPUT',
  '415': 'INVALID_INPUT',
  '422': 'INVALID_INPUT',
};

/**
 * Uploads a file without a public link by `POST /api/v1/files/upload/stream`. EvoLink keeps it for 72 hours, and an account
 * holds 100 of them.
 */
export async function uploadFile(client: UpstreamClient, file: InputFile, signal: AbortSignal): Promise<Upload> {
  const form = new FormData();
  try {
    const bytes = await openAsBlob(file.path, { type: file.mimeType });
    form.set('file', bytes, `${file.sha256.slice(0, 32)}.${EXTENSIONS[file.mimeType] ?? 'bin'}`);
  } catch {
    return refused('INTERNAL', `The input ${file.assetId} cannot be read.`, null, null);
  }
  const request = {
    action: 'upload',
    method: 'POST',
    path: '/api/v1/files/upload/stream',
    form,
    timeoutMs: UPLOAD_TIMEOUT_MS,
  } as const;
  return read(await client.send(request, signal), file);
}

function read(answer: UpstreamAnswer, file: InputFile): Upload {
  if (answer.kind !== 'answered') return busy('PROVIDER_UNAVAILABLE', answer.message, null, null);
  const parsed = uploadSchema.safeParse(answer.body);
  const body = parsed.success ? parsed.data : null;
  const url = body?.data?.file_url ?? body?.data?.fileUrl ?? null;
  if (answer.status < 300 && body?.success !== false && url !== null) return { kind: 'uploaded', reference: url };

  const code = String(body?.code ?? answer.status);
  const message = `The input ${file.assetId} could not be handed over: ${body?.msg ?? `HTTP ${answer.status}`}`;
  const refusal = REFUSALS[code] ?? REFUSALS[String(answer.status)];
  if (code === '40003') return busy('PROVIDER_RATE_LIMIT', message, code, QUOTA_RETRY_AFTER_MS);
  if (answer.status === 429) return busy('PROVIDER_RATE_LIMIT', message, code, answer.retryAfterMs);
  if (refusal !== undefined) return refused(refusal, message, code, answer.body);
  return busy('PROVIDER_UNAVAILABLE', message, code, answer.retryAfterMs);
}

function refused(code: TaskErrorCode, message: string, providerCode: string | null, answer: unknown): Upload {
  const error = upstreamError('EVOLINK', { code, message, providerCode, billed: false });
  return { kind: 'refused', error, answer: redactAnswer(answer) };
}

function busy(code: TaskErrorCode, message: string, providerCode: string | null, retryAfterMs: number | null): Upload {
  const error = upstreamError('EVOLINK', { code, message, providerCode, billed: false });
  return { kind: 'busy', retryAfterMs: retryAfterMs ?? RETRY_AFTER_MS, error };
}
