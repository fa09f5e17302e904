import { Counter, type Registry } from 'prom-client';
import type { Announcer } from '../tasks/announcer.js';
import { isFinished, type ResultState, type VideoTask } from '../tasks/video-task.js';

/**
 * Counts tasks as they are stored and as they end, and passes on what is told of them. Each change is told by the node
 * that has written it, and by no other: the counts of all nodes add up.
 */
export function createTaskCount(registry: Registry): (announcer: Announcer) => Announcer {
  const registers = [registry];
  const stored = new Counter({
    name: 'reelay_tasks_created_total',
    help: 'Tasks that were stored.',
    labelNames: ['mode'] as const,
    registers,
  });
  const ended = new Counter({
    name: 'reelay_tasks_finished_total',
    help: 'Tasks that have ended.',
    labelNames: ['status'] as const,
    registers,
  });
  const results = new Counter({
    name: 'reelay_results_finished_total',
    help: 'Results of ended tasks; code is OK or that of the error.',
    labelNames: ['provider', 'status', 'code'] as const,
    registers,
  });
  const spend = new Counter({
    name: 'reelay_spend_usd_total',
    help: 'What the results of ended tasks cost in US dollars, where it is known that they are billed.',
    labelNames: ['provider'] as const,
    registers,
  });

  function countEnd(task: VideoTask): void {
    ended.inc({ status: task.status });
    for (const result of task.results) {
      const { provider, status, error, cost } = result;
      results.inc({ provider, status, code: error?.code ?? 'OK' });
      if (isBilled(result)) spend.inc({ provider }, cost?.usd ?? 0);
    }
  }

  return (announcer) => ({
    ...announcer,
    taskStored(task) {
      stored.inc({ mode: task.mode });
      announcer.taskStored(task);
    },
    taskChanged(task) {
      if (isFinished(task.status)) countEnd(task);
      announcer.taskChanged(task);
    },
  });
}

/** The estimate of a result that was cancelled, or that failed nobody knows how, may be lowered to nothing later. */
function isBilled({ status, error, cost }: ResultState): boolean {
  return status === 'COMPLETED' || error?.billed === true || cost?.estimated === false;
}
