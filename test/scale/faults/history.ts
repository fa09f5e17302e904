/** How a request failed, and came to be sent again. */
export type Failure = 'closed' | 'unavailable';

/** One event as one client saw it. */
export type SeenEvent = { taskId: string; version: number; type: string; lateMs: number };

/** What clients saw during one run. It only grows. */
export type History = {
  /** Task ids by prompt. */
  acknowledged: Map<string, string>;
  /** Requests that failed in a way that clients have to expect. */
  failures: Record<Failure, number>;
  /** The slowest answer to a request, in milliseconds. */
  slowestMs: number;
  /** What each client of the caller's whole feed saw, in its order. */
  seen: Map<string, SeenEvent[]>;
  /** Promises that were seen broken on the way. */
  violations: string[];
};

export function createHistory(): History {
  return {
    acknowledged: new Map(),
    failures: { closed: 0, unavailable: 0 },
    slowestMs: 0,
    seen: new Map(),
    violations: [],
  };
}
