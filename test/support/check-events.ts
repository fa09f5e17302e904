import { expect } from 'vitest';

/** What every stored history of a task has, whoever reads it. */
export type HistoryEvent = {
  version: number;
  type: string;
  task: { status: string; progress: number; results: { phase: string; progress: number }[] };
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

/** Checks a finished task's history: versions from 1 without a gap, one terminal event, paths only, progress never back. */
export function checkEvents(events: readonly HistoryEvent[]): void {
  expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
  const terminal = events.filter(({ type }) => TERMINAL.includes(type));
  expect(terminal).toHaveLength(1);
  expect(terminal[0]).toBe(events.at(-1));
  expect(terminal[0]?.task.status).toBe(terminal[0]?.type);
  expect(events[0]?.type).toBe('CREATED');
  for (const [position, { task }] of events.entries()) {
    const before = events[position - 1]?.task;
    if (before === undefined) continue;
    expect(task.progress).toBeGreaterThanOrEqual(before.progress);
    for (const [index, result] of task.results.entries()) {
      const earlier = before.results[index];
      expect(result.progress).toBeGreaterThanOrEqual(earlier?.progress ?? 0);
      if (result.phase !== earlier?.phase) expect(FOLLOWERS[earlier?.phase ?? 'QUEUED']).toContain(result.phase);
    }
  }
}
