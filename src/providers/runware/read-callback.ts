import type { StartOutcome } from '../provider.js';
import { started } from './read-start.js';
import { answerAbout, operationSchema, readAnswer } from './wire.js';

/**
 * A webhook has the form of an answer (runware.ai/docs/platform/webhooks). It comes for tasks that were accepted, so one
 * that names a task settles its lost start. An error counts only when it ended the task: others may be about the request.
 */
export function readCallback(body: unknown): StartOutcome | null {
  const { data, failures } = readAnswer(body);
  const ends = failures.filter(({ endsTask }) => endsTask);
  const named = [...(data ?? []), ...ends].map(
    ({ taskUUID }) => operationSchema.safeParse({ taskUUID }).data?.taskUUID,
  );
  const [taskUUID, ...others] = new Set(named);
  return taskUUID === undefined || others.length > 0 ? null : started(taskUUID, answerAbout(data ?? [], ends));
}
