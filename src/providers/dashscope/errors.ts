import type { TaskError, TaskErrorCode } from '../../tasks/task.js';
import { upstreamError } from '../upstream-error.js';
import { errorAnswerSchema } from './wire.js';

/** What a word of the service means. `retryable` only where it differs from what the code says. */
type Meaning = { code: TaskErrorCode; retryable?: boolean };

/**
 * The service's words, in small letters without separators, as it writes them both like `InvalidApiKey` and like
 * `invalid_api_key`. A word that is not here is looked up without its last part after a dot. Sources:
 * alibabacloud.com/help/en/model-studio/error-code, …/manage-asynchronous-tasks, and reports of users.
 */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  // 400
  invalidparameter: { code: 'INVALID_INPUT' },
  invalidparametererror: { code: 'INVALID_INPUT' },
  invalidrequesterror: { code: 'INVALID_INPUT' },
  badrequest: { code: 'INVALID_INPUT' },
  'badrequest.emptyinput': { code: 'INVALID_INPUT' },
  'badrequest.emptyparameters': { code: 'INVALID_INPUT' },
  'badrequest.emptymodel': { code: 'INVALID_INPUT' },
  invalidurl: { code: 'INVALID_INPUT' },
  invalidimage: { code: 'INVALID_INPUT' },
  invalidvideo: { code: 'INVALID_INPUT' },
  invalidfile: { code: 'INVALID_INPUT' },
  unsupportedoperation: { code: 'INVALID_INPUT' },
  datainspectionfailed: { code: 'CONTENT_REJECTED' },
  ipinfringementsuspect: { code: 'CONTENT_REJECTED' },
  arrearage: { code: 'PROVIDER_BALANCE' },
  // 401 and 403. "Unpurchased": the model was never activated for the account.
  invalidapikey: { code: 'PROVIDER_AUTH' },
  accessdenied: { code: 'PROVIDER_AUTH' },
  'accessdenied.unpurchased': { code: 'PROVIDER_AUTH' },
  'model.accessdenied': { code: 'PROVIDER_AUTH' },
  'workspace.accessdenied': { code: 'PROVIDER_AUTH' },
  'allocationquota.freetieronly': { code: 'PROVIDER_BALANCE' },
  // 404. The key's region does not sell the model: a mistake of this gateway's set-up, not of the caller.
  modelnotfound: { code: 'PROVIDER_UNAVAILABLE', retryable: false },
  modelnotexist: { code: 'PROVIDER_UNAVAILABLE', retryable: false },
  // 429. `insufficient_quota` is what compatible mode calls `Throttling.AllocationQuota`, not an empty balance.
  throttling: { code: 'PROVIDER_RATE_LIMIT' },
  'throttling.ratequota': { code: 'PROVIDER_RATE_LIMIT' },
  'throttling.burstrate': { code: 'PROVIDER_RATE_LIMIT' },
  'throttling.allocationquota': { code: 'PROVIDER_RATE_LIMIT' },
  insufficientquota: { code: 'PROVIDER_RATE_LIMIT' },
  limitrequests: { code: 'PROVIDER_RATE_LIMIT' },
  commoditynotpurchased: { code: 'PROVIDER_BALANCE' },
  // 500
  internalerror: { code: 'PROVIDER_FAILED' },
  internalservererror: { code: 'PROVIDER_FAILED' },
  requesttimeout: { code: 'PROVIDER_FAILED' },
  modelserviceunavailable: { code: 'PROVIDER_UNAVAILABLE' },
  serviceunavailable: { code: 'PROVIDER_UNAVAILABLE' },
};

const BY_STATUS: Readonly<Record<number, Meaning>> = {
  400: { code: 'INVALID_INPUT' },
  401: { code: 'PROVIDER_AUTH' },
  402: { code: 'PROVIDER_BALANCE' },
  403: { code: 'PROVIDER_AUTH' },
  404: { code: 'PROVIDER_UNAVAILABLE', retryable: false },
  413: { code: 'INVALID_INPUT' },
  422: { code: 'INVALID_INPUT' },
  429: { code: 'PROVIDER_RATE_LIMIT' },
};

/** "Model not exist." comes as 400 InvalidParameter, and says nothing about the caller's input. */
const UNKNOWN_MODEL = /^model not exist/i;

/**
 * An error of the service as the caller sees it. `status` is null for a task that failed later; a word that nobody knows
 * is then PROVIDER_FAILED. Only successes are charged, so nothing here was billed.
 */
export function dashscopeError(status: number | null, body: unknown): TaskError {
  const { word, message } = readError(body);
  const isUnknownModel = message !== null && UNKNOWN_MODEL.test(message);
  const meaning = isUnknownModel ? MEANINGS['modelnotexist'] : (meaningOf(word) ?? BY_STATUS[status ?? 0]);
  const providerCode = word ?? (status === null ? null : `HTTP ${status}`);
  return upstreamError('DASHSCOPE', { code: 'PROVIDER_FAILED', ...meaning, message, providerCode, billed: false });
}

/** Whether the body carries an error of the service's own, so that it was the service that answered. */
export function tellsError(body: unknown): boolean {
  return readError(body).word !== null;
}

function readError(body: unknown): { word: string | null; message: string | null } {
  const { data } = errorAnswerSchema.safeParse(body);
  const places = [data?.error, data?.output, data];
  const word = firstText([...places.map((place) => place?.code), ...places.map((place) => place?.type)]);
  return { word, message: firstText(places.map((place) => place?.message)) };
}

function firstText(texts: readonly (string | null | undefined)[]): string | null {
  return texts.find((each) => each != null && each.trim() !== '')?.trim() ?? null;
}

function meaningOf(word: string | null): Meaning | undefined {
  const parts = (word ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]/g, '')
    .split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const meaning = MEANINGS[parts.slice(0, length).join('.')];
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}
