import { expect } from 'vitest';
import { judgeEvents, type HistoryEvent } from './judge-events.js';

/** Checks a finished task's history. */
export function checkEvents(events: readonly HistoryEvent[]): void {
  expect(judgeEvents(events)).toEqual([]);
}
