import type { FileCache } from '../file-cache.js';
import type { LostStart, StartOutcome } from '../provider.js';
import { doubtReferences, type Remembered } from '../shared-uploads.js';
import { readCheck } from './read-check.js';
import { readStart, started } from './read-start.js';
import type { RunwareClient } from './runware-client.js';
import { sendAgain } from './start.js';
import { answerAbout, isSameTask, readAnswer, type RunwareTask } from './wire.js';

/** How long a UUID is taken to be reserved. Runware does not say; after this, sending it again might be paid twice. */
const SEND_AGAIN_WITHIN_MS = 24 * 60 * 60 * 1000;

export type Recovery = {
  client: RunwareClient;
  now: () => number;
  fileCache: FileCache;
  /** The task as it was sent, under the same UUID; an outcome when its inputs could not be handed over. */
  prepare: () => Promise<PreparedStart | StartOutcome>;
};

/** A start that is ready to be sent, and those of its inputs that Runware may have dropped. */
export type PreparedStart = { kind: 'ready'; task: RunwareTask; remembered: readonly Remembered[] };

/**
 * What became of a start whose answer was lost. Runware is asked for the task by our own UUID; one that it does not know
 * is sent again under that UUID, which it takes only once: `conflictTaskUUID` says that it was accepted before.
 */
export async function recoverStart(
  lost: LostStart,
  { client, now, fileCache, prepare }: Recovery,
  signal: AbortSignal,
): Promise<StartOutcome> {
  const { sentAt, mayResend } = lost;
  const { startKey, requestId } = lost.request;
  const known = (await askResponse(client, startKey, signal)) ?? (await askDetails(client, startKey, signal));
  if (known !== null) return known;
  if (!mayResend) return { kind: 'unknown', message: 'Runware does not know the task, or not yet.' };
  if (now() - sentAt.getTime() > SEND_AGAIN_WITHIN_MS) {
    return { kind: 'unknown', message: 'Runware does not know the task, and it is too old to be sent again.' };
  }
  const prepared = await prepare();
  if (prepared.kind !== 'ready') return doubted(prepared);
  const isPermitted = await lost.maySend().catch(() => false);
  if (!isPermitted) return { kind: 'withheld' };
  const outcome = await sendAgain(client, prepared.task, requestId, signal);
  // A file that was dropped meanwhile says nothing of the first send.
  return doubted(await doubtReferences(fileCache, outcome, prepared.remembered));
}

/**
 * Only the refusal of what the task says, in Runware's own words, proves that the first send was refused too. Load, money
 * or a key that is no longer good stop this send and say nothing of the first one; a 400 without words may be a conflict.
 */
function doubted(outcome: StartOutcome): StartOutcome {
  if (outcome.kind === 'busy') return unanswered(outcome.error.message);
  if (outcome.kind === 'unknown') return unanswered(outcome.message);
  if (outcome.kind !== 'refused') return outcome;
  const { code, providerCode, message } = outcome.error;
  const isProof = providerCode !== null && (code === 'INVALID_INPUT' || code === 'CONTENT_REJECTED');
  return isProof ? outcome : unanswered(message);
}

/** Null when `getResponse` does not know the task, or not yet: both are an empty list. */
async function askResponse(client: RunwareClient, taskUUID: string, signal: AbortSignal): Promise<StartOutcome | null> {
  const answer = await client.send('recover', [{ taskType: 'getResponse', taskUUID }], signal);
  const [reading] = readCheck([taskUUID], answer).readings;
  switch (reading?.kind) {
    case 'completed':
    case 'failed':
      return started(taskUUID, reading.answer);
    case 'running': {
      const rows = answer.kind === 'answered' ? (readAnswer(answer.body).data ?? []) : [];
      return rows.length > 0 ? started(taskUUID, answerAbout(rows, [])) : null;
    }
    case 'missing':
      return null;
    default:
      return unanswered(reading?.kind === 'unanswered' ? reading.message : 'Runware gave no answer.');
  }
}

/** Null when `getTaskDetails` has no such task, or only errors of it, which may be those of a send that was refused. */
async function askDetails(client: RunwareClient, taskUUID: string, signal: AbortSignal): Promise<StartOutcome | null> {
  const answer = await client.send('recover', [{ taskType: 'getTaskDetails', taskUUID }], signal);
  const isRefused = answer.kind === 'answered' && answer.status >= 400 && answer.status < 500;
  if (answer.kind !== 'answered') return unanswered(answer.message);
  const details = readAnswer(answer.body).data?.find((row) => isSameTask(row.taskUUID, taskUUID));
  if (details !== undefined) {
    const hasOnlyErrors = (details.response?.errors ?? []).length > 0 && (details.response?.data ?? []).length === 0;
    if (details.request == null || hasOnlyErrors) return null;
    return started(taskUUID, answerAbout([{ ...details, request: null }], []));
  }
  if (answer.status < 300) return null;
  const [reading] = readStart([taskUUID], answer);
  const isTrouble = reading?.kind === 'unknown' || reading?.kind === 'busy';
  if (isRefused && !isTrouble && ![401, 402, 403].includes(answer.status)) return null;
  return unanswered(`Runware answered ${answer.status} when it was asked for a lost task.`);
}

/** Nobody has told whether the start arrived: the next look may. */
function unanswered(message: string): StartOutcome {
  return { kind: 'unknown', message, unanswered: true };
}
