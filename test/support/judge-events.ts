/** What every stored history of a task has, whoever reads it. */
export type HistoryEvent = {
  version: number;
  type: string;
  task: { status: string; progress: number; results: readonly { phase: string; progress: number }[] };
};

const TERMINAL = ['COMPLETED', 'FAILED', 'CANCELLED'];

const FOLLOWERS: Readonly<Record<string, readonly string[]>> = {
  QUEUED: ['STARTING', 'SECURING', 'DONE'],
  STARTING: ['QUEUED', 'START_UNKNOWN', 'GENERATING', 'DONE'],
  START_UNKNOWN: ['GENERATING', 'DONE'],
  GENERATING: ['SECURING', 'DONE'],
  SECURING: ['DONE'],
  DONE: [],
};

/**
 * What is wrong with a finished task's history, a sentence each: versions from 1 without a gap, one terminal event, at the
 * end, phases on the paths of the machine only, and progress never back.
 */
export function judgeEvents(events: readonly HistoryEvent[]): string[] {
  const wrong: string[] = [];
  const versions = events.map(({ version }) => version);
  if (versions.some((version, index) => version !== index + 1)) wrong.push(`versions are ${versions.join(', ')}`);
  if (events[0]?.type !== 'CREATED') wrong.push(`the first event is ${events[0]?.type ?? 'none'}`);
  const terminal = events.filter(({ type }) => TERMINAL.includes(type));
  const last = events.at(-1);
  if (terminal.length !== 1 || terminal[0] !== last) {
    wrong.push(`terminal events are ${terminal.map(({ version, type }) => `${version} ${type}`).join(', ') || 'none'}`);
  } else if (last?.task.status !== last?.type) wrong.push(`${last?.type} leaves it ${last?.task.status}`);
  for (const [position, { task, version }] of events.entries()) {
    const before = events[position - 1]?.task;
    if (before === undefined) continue;
    if (task.progress < before.progress) wrong.push(`progress goes back at ${version}`);
    for (const [index, result] of task.results.entries()) {
      const earlier: HistoryEvent['task']['results'][number] | undefined = before.results[index];
      if (result.progress < (earlier?.progress ?? 0)) wrong.push(`progress of result ${index} goes back at ${version}`);
      const from = earlier?.phase ?? 'QUEUED';
      const isPath = result.phase === from || FOLLOWERS[from]?.includes(result.phase) === true;
      if (!isPath) wrong.push(`result ${index} goes from ${from} to ${result.phase} at ${version}`);
    }
  }
  return wrong;
}
