import type { StartOutcome } from '../provider.js';
import type { UpstreamAnswer } from '../upstream-client.js';
import { upstreamError } from '../upstream-error.js';
import { bareFailure, classify, retryDelayMs, runwareError } from './errors.js';
import { answerAbout, isSameTask, readAnswer, type RunwareAnswer, type RunwareFailure } from './wire.js';

/** What an answer says of one task; `alone` = it does not tell, and the task has to be sent by itself to find out. */
export type StartReading = StartOutcome | { kind: 'alone' };

const NOT_SENT_RETRY_MS = 5_000;

/** What became of each task of an array, in order. */
export function readStart(taskUUIDs: readonly string[], answer: UpstreamAnswer): StartReading[] {
  if (answer.kind === 'lost') return taskUUIDs.map(() => ({ kind: 'unknown', message: answer.message }));
  if (answer.kind === 'not-sent') {
    const { message } = answer;
    const error = upstreamError('RUNWARE', {
      code: 'PROVIDER_UNAVAILABLE',
      message,
      providerCode: null,
      billed: false,
    });
    return taskUUIDs.map(() => ({ kind: 'busy', retryAfterMs: NOT_SENT_RETRY_MS, error }));
  }
  const { status, retryAfterMs } = answer;
  const told = readAnswer(answer.body);
  return taskUUIDs.map((taskUUID) => readOne({ taskUUID, taskUUIDs, told, status, retryAfterMs }));
}

type Reading = {
  taskUUID: string;
  taskUUIDs: readonly string[];
  told: RunwareAnswer;
  status: number;
  retryAfterMs: number | null;
};

function readOne(reading: Reading): StartReading {
  const { taskUUID, told, status } = reading;
  const { rows, failures } = wordsAbout(taskUUID, told);
  // The same UUID was accepted before (runware.ai/docs; github Runware/sdk-python 0.5.24 polls on after it).
  const conflict = failures.find((failure) => classify(failure, status) === 'conflict');
  if (rows.length > 0 || conflict !== undefined) return started(taskUUID, answerAbout(rows, failures));
  const [own] = failures;
  if (own !== undefined) return readFailure(taskUUID, own, reading);
  return readGeneral(reading);
}

function wordsAbout(taskUUID: string, { data, failures }: RunwareAnswer) {
  return {
    rows: (data ?? []).filter((row) => isSameTask(row.taskUUID, taskUUID)),
    failures: failures.filter((failure) => isSameTask(failure.taskUUID, taskUUID)),
  };
}

/** An error that names no task counts for the tasks that have no answer of their own. */
function readGeneral(reading: Reading): StartReading {
  const { taskUUID, taskUUIDs, told, status } = reading;
  const isSilent = (other: string) => {
    const { rows, failures } = wordsAbout(other, told);
    return rows.length + failures.length === 0;
  };
  const isOnlyOne = taskUUIDs.filter(isSilent).length === 1;
  const general = told.failures.find((failure) => !taskUUIDs.some((each) => isSameTask(failure.taskUUID, each)));
  const isClientError = status >= 400 && status < 500;
  if (general === undefined && !isClientError) {
    return { kind: 'unknown', message: `Runware answered ${status} without a word about this task.` };
  }
  const failure = general ?? bareFailure(status);
  const isOwn = isOnlyOne && (general !== undefined || taskUUIDs.length === 1);
  if (isOwn || concernsAll(failure, status)) return readFailure(taskUUID, failure, reading);
  // One task's mistake may refuse the whole array, without naming the task. Nothing was accepted then.
  if (isClientError) return { kind: 'alone' };
  return { kind: 'unknown', message: failure.message ?? 'Runware named no task.' };
}

/** Whether every task of the array would meet the same trouble. */
function concernsAll(failure: RunwareFailure, status: number): boolean {
  if (isNoProof(status)) return true;
  return ['auth', 'balance', 'rate-limit', 'capacity', 'server', 'unavailable', 'timeout'].includes(
    classify(failure, status),
  );
}

/** Statuses after which the tasks may run all the same. */
function isNoProof(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || (status >= 300 && status < 400);
}

function readFailure(taskUUID: string, failure: RunwareFailure, { status, retryAfterMs }: Reading): StartOutcome {
  const answer = answerAbout([], [failure]);
  const error = runwareError(failure, status);
  const unknown = { kind: 'unknown' as const, message: error.message };
  if (isNoProof(status)) return unknown;
  const kind = classify(failure, status);
  switch (kind) {
    case 'conflict':
      return started(taskUUID, answer);
    case 'rate-limit':
    case 'capacity':
      return { kind: 'busy', retryAfterMs: retryDelayMs(retryAfterMs, failure.message), error };
    case 'validation':
    case 'not-found':
    case 'safety':
    case 'auth':
    case 'balance':
      return { kind: 'refused', error, answer };
    case 'timeout':
    case 'server':
    case 'unavailable':
      return unknown;
    default:
      // Anything else is proof of a refusal only where the status says so.
      return status >= 400 ? { kind: 'refused', error, answer } : unknown;
  }
}

/** A task that Runware has taken, under the id that we gave it. */
export function started(taskUUID: string, answer: Extract<StartOutcome, { kind: 'started' }>['answer']): StartOutcome {
  return { kind: 'started', operation: { taskUUID }, providerTaskId: taskUUID, actualPrompt: null, answer };
}
