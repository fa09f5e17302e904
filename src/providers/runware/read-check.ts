import type { CheckOutcome } from '../provider.js';
import type { UpstreamAnswer } from '../upstream-client.js';
import { upstreamError } from '../upstream-error.js';
import { bareFailure, classify, retryDelayMs, runwareError, type FailureClass } from './errors.js';
import { answerAbout, isSameTask, isSuccess, readAnswer } from './wire.js';
import type { RunwareAnswer, RunwareFailure, RunwareRow } from './wire.js';

/** What an answer says of one task; `alone` = it does not tell, and the task has to be asked for by itself. */
export type CheckReading = CheckOutcome | { kind: 'alone' };

/** `arrayRefused`: the answer does not say which task it speaks of, so arrays do not work here. */
export type CheckReadings = { readings: CheckReading[]; arrayRefused: boolean };

/** What a `getResponse` for these tasks answered, in order (runware.ai/docs/platform/task-polling). */
export function readCheck(taskUUIDs: readonly string[], answer: UpstreamAnswer): CheckReadings {
  if (answer.kind !== 'answered') return forAll(taskUUIDs, unanswered(answer.message));
  const { status, retryAfterMs } = answer;
  const told = readAnswer(answer.body);
  if (isTrouble(status)) {
    const message = told.failures[0]?.message ?? `Runware answered ${status} to a check.`;
    return forAll(taskUUIDs, unanswered(message, status === 429 ? retryDelayMs(retryAfterMs, message) : retryAfterMs));
  }
  const isNamed = ({ taskUUID }: { taskUUID?: string | null | undefined }) =>
    taskUUIDs.some((asked) => isSameTask(taskUUID, asked));
  const general = told.failures.find((failure) => !isNamed(failure)) ?? null;
  const readings = taskUUIDs.map((taskUUID): CheckReading => {
    const own = readOwn(taskUUID, told, status);
    if (own !== null) return own;
    if (general === null && status < 300) return readSilence(told, isNamed);
    const failure = general ?? bareFailure(status);
    if (taskUUIDs.length === 1) return readFailure(failure, status, false);
    const isLoad = ['rate-limit', 'server', 'unavailable', 'auth', 'balance'].includes(classify(failure, status));
    return isLoad ? unanswered(failure.message ?? 'Runware refused a check.') : { kind: 'alone' };
  });
  const isAboutOneTask = told.failures.some(isNamed) || (told.data ?? []).some(isNamed);
  const arrayRefused = !isAboutOneTask && readings.some(({ kind }) => kind === 'alone');
  return { readings, arrayRefused };
}

/** Upstream trouble that says nothing about any task. */
function isTrouble(status: number): boolean {
  return status >= 500 || (status >= 300 && status < 400) || [401, 402, 403, 408, 425, 429].includes(status);
}

function forAll(taskUUIDs: readonly string[], outcome: CheckOutcome): CheckReadings {
  return { readings: taskUUIDs.map(() => outcome), arrayRefused: false };
}

/** What the rows of one task say; null when it has none. A file counts more than an error beside it. */
function readOwn(taskUUID: string, { data, failures }: RunwareAnswer, status: number): CheckOutcome | null {
  const rows = (data ?? []).filter((row) => isSameTask(row.taskUUID, taskUUID));
  const own = failures.filter((failure) => isSameTask(failure.taskUUID, taskUUID));
  const successes = rows.filter(isSuccess);
  const success = successes.find(({ videoURL }) => videoURL) ?? successes[0];
  if (success !== undefined) return readSuccess(success);
  const [failure] = own;
  if (failure !== undefined) return readFailure(failure, status, true);
  const [row] = rows;
  if (row === undefined) return null;
  return { kind: 'running', progress: progressOf(row), etaSeconds: null };
}

function readSuccess(row: RunwareRow): CheckOutcome {
  const { videoURL, NSFWContent, cost } = row;
  const answer = answerAbout([row], []);
  const isCharged = cost != null && cost >= 0;
  if (videoURL == null || videoURL === '') {
    const message = 'Runware reported success without a file.';
    const billed = isCharged ? cost > 0 : null;
    return {
      kind: 'failed',
      error: upstreamError('RUNWARE', { code: 'RESULT_MISSING', message, providerCode: null, billed }),
      answer,
    };
  }
  const facts = {
    actualPrompt: null,
    sensitive: NSFWContent ?? null,
    cost: isCharged ? { usd: cost, estimated: false } : null,
  };
  return { kind: 'completed', output: { kind: 'url', url: videoURL }, facts, answer };
}

/** An accepted task has no row until it is visible. Rows of tasks that nobody asked for are no answer at all. */
function readSilence({ data }: RunwareAnswer, isNamed: (row: RunwareRow) => boolean): CheckOutcome {
  const isOurs = data !== null && (data.length === 0 || data.some(isNamed));
  if (!isOurs) return unanswered('The answer does not speak of this task.');
  return { kind: 'running', progress: null, etaSeconds: null };
}

/** Trouble that only a generation can have, whoever reports it. */
const OF_GENERATION: readonly FailureClass[] = ['safety', 'timeout', 'provider', 'capacity', 'cancelled'];
/** Trouble that a check can have as well as a generation. */
const OF_EITHER: readonly FailureClass[] = ['auth', 'balance', 'rate-limit', 'server', 'unavailable', 'conflict'];

function readFailure(failure: RunwareFailure, status: number, isOwn: boolean): CheckOutcome {
  const kind = classify(failure, status);
  const error = runwareError(failure, status);
  if (kind === 'missing' || (status === 404 && !isOwn)) return { kind: 'missing', message: error.message };
  // The video may be there although our address was slow to take the news of it.
  if (kind === 'webhook') return unanswered(error.message);
  const isOfCheck = failure.taskType?.toLowerCase() === 'getresponse' || !isOwn || status >= 400;
  const endsTask = failure.endsTask || OF_GENERATION.includes(kind) || !(isOfCheck || OF_EITHER.includes(kind));
  return endsTask ? { kind: 'failed', error, answer: answerAbout([], [failure]) } : unanswered(error.message);
}

function unanswered(message: string, retryAfterMs: number | null = null): CheckOutcome {
  return { kind: 'unanswered', message, retryAfterMs };
}

function progressOf({ progress }: RunwareRow): number | null {
  return progress != null && progress >= 0 && progress <= 100 ? progress : null;
}
