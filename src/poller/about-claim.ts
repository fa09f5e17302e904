import type { CheckClaim } from '../tasks/claim-checks.js';

/** What says which task a claim is about. */
export type NamedClaim = {
  task: Pick<CheckClaim['task'], 'id' | 'requestId'>;
  result: Pick<CheckClaim['result'], 'id'>;
};

/** What every line of the log about a claim tells: by the request that made the task, its lines are found on all nodes. */
export function aboutClaim({ task, result }: NamedClaim) {
  return { requestId: task.requestId, taskId: task.id, resultId: result.id };
}
