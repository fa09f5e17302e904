import type { TaskError, TaskErrorCode } from '../../tasks/task.js';
import { upstreamError } from '../upstream-error.js';
import type { RunwareFailure } from './wire.js';

/** What kind of trouble a raw code names. */
export type FailureClass =
  | 'conflict'
  | 'missing'
  | 'cancelled'
  | 'safety'
  | 'balance'
  | 'rate-limit'
  | 'auth'
  | 'webhook'
  | 'timeout'
  | 'not-found'
  | 'server'
  | 'unavailable'
  | 'capacity'
  | 'provider'
  | 'validation'
  | 'unknown';

type Meaning = { code: TaskErrorCode; retryable?: boolean };

const MEANING: Readonly<Record<FailureClass, Meaning>> = {
  conflict: { code: 'INVALID_INPUT' },
  missing: { code: 'PROVIDER_FAILED', retryable: false },
  cancelled: { code: 'PROVIDER_FAILED', retryable: false },
  safety: { code: 'CONTENT_REJECTED' },
  balance: { code: 'PROVIDER_BALANCE' },
  'rate-limit': { code: 'PROVIDER_RATE_LIMIT' },
  auth: { code: 'PROVIDER_AUTH' },
  webhook: { code: 'PROVIDER_FAILED' },
  timeout: { code: 'PROVIDER_FAILED' },
  'not-found': { code: 'INVALID_INPUT' },
  server: { code: 'PROVIDER_FAILED' },
  unavailable: { code: 'PROVIDER_UNAVAILABLE' },
  capacity: { code: 'PROVIDER_UNAVAILABLE' },
  provider: { code: 'PROVIDER_FAILED' },
  validation: { code: 'INVALID_INPUT' },
  unknown: { code: 'PROVIDER_FAILED' },
};

/**
 * The codes by rule, as they are "hundreds of strings and unstable" (github Runware/runware-typescript src/errors.ts). The
 * first rule that fits decides. It differs from that table in two points: `timeoutProvider` is a time-out although its T
 * is small, and a key that the service behind Runware refuses is not ours.
 */
const RULES: readonly (readonly [FailureClass, RegExp])[] = [
  ['conflict', /^conflictTaskUUID$/i],
  ['missing', /^task(NotFound|Expired|FailedOrNotFound)$/i],
  ['cancelled', /^taskCancell?ed$/i],
  ['safety', /^(provider)?contentPolicyViolation$|^(sensitive|unsafe|nsfw)ContentDetected$/i],
  ['safety', /^(prompt|image)Blocked$|^moderationFailed$/i],
  ['balance', /credits|quota|balance(?!r)|^paymentRequired$/i],
  ['rate-limit', /rateLimit|^tooManyRequests$/i],
  ['auth', /^(?!provider).*apiKey|^(unauthorized|forbidden|permissionDenied|insufficientPermissions)$|^token/i],
  ['auth', /^(account|organization|workspace)(Suspended|Disabled)$/i],
  ['auth', /^(authenticationFailed|authFailed|authTimeout)$|^(invalid|missing)(Authentication|Credentials|Token)$/i],
  ['webhook', /^webhookTimeout$/i],
  ['timeout', /timeout/i],
  ['not-found', /(NotFound|Expired)$|^unknownModel$/i],
  ['unavailable', /^(service|server)Unavailable$/i],
  ['server', /^(internalServerError|standardError|unknownError|undefinedError|defaultError|unrecognizedResponse)$/i],
  ['server', /^errorRetrievingAccountManagement$/i],
  ['capacity', /^noAvailableServer$|^model(Unavailable|Disabled|NotReady)$/i],
  ['provider', /^provider|^(inferenceError|processingFailed|taskFailed|downloadFailed|uploadFailed)$/i],
  ['provider', /^mediaStorageFileCouldNotBeMoved$/i],
  ['validation', /^(invalid|missing|conflict|duplicate|unsupported|unknown|incompatible|value|array|max|mismatch)/i],
  ['validation', /^(validationFailed|transparentModelMismatch|modelOwnershipValidationError|modelAlreadyExists)$/i],
];

const VALIDATION_STATUSES = new Set([400, 404, 405, 409, 410, 413, 414, 415, 422]);

/** What kind of trouble a failure is, by its code and the HTTP status it came with. */
export function classify({ code, message }: Pick<RunwareFailure, 'code' | 'message'>, status: number): FailureClass {
  if (status === 401) return 'auth';
  if (status === 402) return 'balance';
  if (status === 429) return 'rate-limit';
  const told = classOfCode(code, message);
  if (status === 403) return told === 'safety' || told === 'balance' ? told : 'auth';
  if (told !== null) return told;
  if (status >= 500) return 'unavailable';
  return VALIDATION_STATUSES.has(status) ? 'validation' : 'unknown';
}

function classOfCode(code: string | null, message: string | null): FailureClass | null {
  // The old form of an error has a number and a sentence only: "Invalid api key" (npm @runware/sdk-js).
  if (code === null || /^\d+$/.test(code)) return /\bapi ?key\b/i.test(message ?? '') ? 'auth' : null;
  return RULES.find(([, pattern]) => pattern.test(code))?.[0] ?? null;
}

/** A failure as the caller sees it. Runware charges for successes; a failed row that names a cost was charged. */
export function runwareError(failure: RunwareFailure, status: number): TaskError {
  return upstreamError('RUNWARE', {
    ...MEANING[classify(failure, status)],
    message: failure.message,
    providerCode: failure.code,
    billed: (failure.cost ?? 0) > 0,
  });
}

/** A refusal that gave no reason but its status. */
export function bareFailure(status: number): RunwareFailure {
  const message = `Runware answered ${status} without giving a reason.`;
  return { taskUUID: null, taskType: null, code: null, message, cost: null, endsTask: false, raw: { status } };
}

const DEFAULT_RETRY_MS = 30_000;
const MAX_RETRY_MS = 3_600_000;
const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, s: 1000 };

/** When to come back after a refusal for load: by the header, by the text ("try again in 12 seconds"), or in 30 s. */
export function retryDelayMs(headerMs: number | null, message: string | null): number {
  if (headerMs !== null) return headerMs;
  const told = /(?:retry|try again|wait)\D{0,40}?(\d{1,6}(?:\.\d{1,3})?)\s?(ms|milli|m|s)/i.exec(message ?? '');
  if (told === null) return DEFAULT_RETRY_MS;
  const [, amount = '0', unit = 's'] = told;
  return Math.min(Number(amount) * (UNIT_MS[unit.toLowerCase()] ?? 1), MAX_RETRY_MS);
}
