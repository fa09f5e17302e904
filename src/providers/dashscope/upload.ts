import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { FormData } from 'undici';
import type { InputFile } from '../provider.js';
import { redactAnswer } from '../redact-answer.js';
import type { Upload, UploadTrouble } from '../shared-uploads.js';
import { createUpstreamClient, type UpstreamClient } from '../upstream-client.js';
import { upstreamError } from '../upstream-error.js';
import { dashscopeError } from './errors.js';
import { noConnection, readRateLimit } from './read-start.js';
import { uploadPolicyAnswerSchema, type UploadPolicy } from './wire.js';

type Permitted = { kind: 'permitted'; policy: UploadPolicy };

/** For a file of up to 100 MB. */
const UPLOAD_TIMEOUT_MS = 5 * 60_000;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/mpeg': 'mp3',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
};

/**
 * Puts a file into the service's temporary store, where it lives 48 hours for one model, and gives its `oss://` address
 * (alibabacloud.com/help/en/model-studio/get-temporary-file-url): first a policy from the service, then a form to the
 * object store. That is another host, so it gets the policy and never our key.
 */
export async function uploadFile(
  client: UpstreamClient,
  file: InputFile,
  model: string,
  signal: AbortSignal,
): Promise<Upload> {
  const permitted = await askPolicy(client, model, signal);
  if (permitted.kind !== 'permitted') return permitted;
  const { policy } = permitted;
  const maxBytes = (policy.max_file_size_mb ?? Infinity) * 1024 * 1024;
  if (file.bytes > maxBytes)
    return refuse('INVALID_INPUT', `The service takes files up to ${policy.max_file_size_mb} MB.`);
  // Overwriting is forbidden, and a repeated start may get the same folder again.
  const key = `${policy.upload_dir}/${randomUUID()}.${EXTENSIONS[file.mimeType] ?? 'bin'}`;
  return send(policy, file, key, signal);
}

async function askPolicy(
  client: UpstreamClient,
  model: string,
  signal: AbortSignal,
): Promise<Permitted | UploadTrouble> {
  const path = `/api/v1/uploads?action=getPolicy&model=${encodeURIComponent(model)}`;
  const answer = await client.send({ action: 'upload', method: 'GET', path }, signal);
  if (answer.kind !== 'answered') return noConnection(answer.message);
  const { status, body } = answer;
  if (status === 429) return readRateLimit(answer);
  if (status >= 400 && status < 500 && status !== 408) {
    return { kind: 'refused', error: dashscopeError(status, body), answer: redactAnswer(body) };
  }
  const policy = uploadPolicyAnswerSchema.safeParse(body);
  if (status >= 200 && status < 300 && policy.success) return { kind: 'permitted', policy: policy.data };
  return noConnection(`The service gave no upload policy (HTTP ${status}).`);
}

async function send(policy: UploadPolicy, file: InputFile, key: string, signal: AbortSignal): Promise<Upload> {
  const form = new FormData();
  form.append('OSSAccessKeyId', policy.oss_access_key_id);
  form.append('Signature', policy.signature);
  form.append('policy', policy.policy);
  form.append('x-oss-object-acl', policy.x_oss_object_acl);
  form.append('x-oss-forbid-overwrite', policy.x_oss_forbid_overwrite);
  form.append('key', key);
  form.append('success_action_status', '200');
  // The store ignores every field after the file.
  form.append('file', await openAsBlob(file.path, { type: file.mimeType }), key.slice(key.lastIndexOf('/') + 1));
  await using store = createUpstreamClient({ baseUrl: policy.upload_host, headers: {} });
  const answer = await store.send(
    { action: 'upload', method: 'POST', path: '/', form, timeoutMs: UPLOAD_TIMEOUT_MS },
    signal,
  );
  if (answer.kind !== 'answered') return noConnection(answer.message);
  if (answer.status >= 200 && answer.status < 300) return { kind: 'uploaded', reference: `oss://${key}` };
  const message = `The service's file store answered HTTP ${answer.status}.`;
  return answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429
    ? refuse('PROVIDER_FAILED', message)
    : noConnection(message);
}

function refuse(code: 'INVALID_INPUT' | 'PROVIDER_FAILED', message: string): UploadTrouble {
  const error = upstreamError('DASHSCOPE', { code, message, providerCode: null, billed: false });
  return { kind: 'refused', error, answer: null };
}
