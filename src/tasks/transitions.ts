import type {
  Cost,
  ProgressSource,
  ProviderName,
  ResultPhase,
  SafetyVerdict,
  StoredEventType,
  TaskError,
  VideoTaskStatus,
} from './task.js';
import { isFinished, type KeptOutput, type ResultState, type TaskState } from './video-task.js';

/** What can happen to a result. */
export type ResultChange =
  | { kind: 'claimed' }
  | { kind: 'started'; providerTaskId: string; actualPrompt: string | null; etaSeconds: number | null }
  | { kind: 'deferred' }
  | { kind: 'start-lost' }
  | { kind: 'rerouted'; provider: ProviderName; progressSource: ProgressSource; cost: Cost | null }
  | { kind: 'inherited'; actualPrompt: string | null; sensitive: boolean | null }
  | { kind: 'progressed'; progress: number; progressSource: ProgressSource; etaSeconds: number | null }
  | { kind: 'finished'; actualPrompt: string | null; sensitive: boolean | null; cost: Cost | null }
  | ({ kind: 'kept'; safetyVerdict: SafetyVerdict | null } & KeptOutput)
  | { kind: 'uploaded'; uploadedTo: string | null; uploadError: TaskError | null }
  | ({ kind: 'secured'; safetyVerdict: SafetyVerdict | null } & KeptOutput)
  | { kind: 'failed'; error: TaskError; safetyVerdict?: SafetyVerdict | null }
  | { kind: 'cancelled' };

/** The whole machine. What is not in the table is refused: someone else moved first, and that is normal. */
const TABLE: Readonly<Record<ResultPhase, Partial<Record<ResultChange['kind'], ResultPhase>>>> = {
  QUEUED: { claimed: 'STARTING', rerouted: 'QUEUED', inherited: 'SECURING', failed: 'DONE', cancelled: 'DONE' },
  STARTING: {
    started: 'GENERATING',
    deferred: 'QUEUED',
    rerouted: 'QUEUED',
    'start-lost': 'START_UNKNOWN',
    failed: 'DONE',
    cancelled: 'DONE',
  },
  START_UNKNOWN: { started: 'GENERATING', failed: 'DONE', cancelled: 'DONE' },
  GENERATING: { progressed: 'GENERATING', finished: 'SECURING', failed: 'DONE', cancelled: 'DONE' },
  SECURING: { kept: 'SECURING', uploaded: 'DONE', secured: 'DONE', failed: 'DONE', cancelled: 'DONE' },
  DONE: {},
};

/** One event to store: the task's state right after it. */
export type Step = { type: StoredEventType; resultIndex: number | null; state: TaskState };

/** The phase that a change leads to, or null when the table refuses it. */
export function phaseAfter(phase: ResultPhase, kind: ResultChange['kind']): ResultPhase | null {
  return TABLE[phase][kind] ?? null;
}

/**
 * Applies a change to one result of a task. Returns the events it causes, oldest first, or null when it is refused.
 * The last step's state is the task's new state.
 */
export function changeResult(task: TaskState, index: number, change: ResultChange, now: Date): Step[] | null {
  const before = task.results.find((result) => result.index === index);
  if (before === undefined) return null;
  const phase = phaseAfter(before.phase, change.kind);
  if (phase === null || (change.kind === 'uploaded' && before.videoAssetId === null)) return null;
  const after = resultAfter(before, phase, change);
  const results = task.results.map((result) => (result === before ? after : result));
  const expiresAt =
    change.kind === 'secured' || change.kind === 'kept' ? earlier(task.expiresAt, change.expiresAt) : task.expiresAt;
  return steps(task, { ...task, expiresAt, results }, after, change, now);
}

/**
 * Cancels every result that is not done. One event tells it; null when nothing was left to cancel.
 * @param unsent ids of the results of which no provider was sent anything: they cost nothing.
 */
export function cancelTask(task: TaskState, now: Date, unsent: ReadonlySet<string> = new Set()): Step[] | null {
  if (isFinished(task.status)) return null;
  const results = task.results.map((result) => {
    const phase = phaseAfter(result.phase, 'cancelled');
    if (phase === null) return result;
    const after = resultAfter(result, phase, { kind: 'cancelled' });
    return unsent.has(result.id) ? { ...after, cost: unlessFree(result, false) } : after;
  });
  const state = end({ ...task, results }, now);
  return [{ type: terminalType(state.status), resultIndex: null, state }];
}

function resultAfter(before: ResultState, phase: ResultPhase, change: ResultChange): ResultState {
  switch (change.kind) {
    case 'claimed':
    case 'deferred':
    case 'start-lost':
      return { ...before, phase };
    case 'rerouted': {
      const { provider, progressSource, cost } = change;
      return { ...before, phase, provider, progressSource, cost };
    }
    case 'started':
      return {
        ...before,
        phase,
        status: 'PROCESSING',
        providerTaskId: change.providerTaskId,
        actualPrompt: change.actualPrompt,
        etaSeconds: change.etaSeconds,
      };
    case 'inherited': {
      const { actualPrompt, sensitive } = change;
      return { ...before, phase, status: 'PROCESSING', progress: 99, etaSeconds: 0, actualPrompt, sensitive };
    }
    case 'progressed':
      return {
        ...before,
        phase,
        progress: Math.max(before.progress, Math.min(99, Math.floor(change.progress))),
        progressSource: change.progressSource,
        etaSeconds: change.etaSeconds,
      };
    case 'finished':
      return {
        ...before,
        phase,
        progress: Math.max(before.progress, 99),
        etaSeconds: 0,
        actualPrompt: change.actualPrompt ?? before.actualPrompt,
        sensitive: change.sensitive,
        cost: change.cost ?? before.cost,
      };
    case 'kept':
      return { ...before, phase, ...filesOf(change) };
    case 'secured':
      return { ...before, phase, ...COMPLETED, ...filesOf(change) };
    case 'uploaded':
      return { ...before, phase, ...COMPLETED, uploadedTo: change.uploadedTo, uploadError: change.uploadError };
    case 'failed':
      return {
        ...before,
        phase,
        status: 'FAILED',
        etaSeconds: null,
        error: change.error,
        ...judgedAs(change.safetyVerdict ?? null),
        cost: unlessFree(before, change.error.billed),
      };
    case 'cancelled':
      // Before its start a result costs nothing. Afterwards the provider says what it takes, if anything.
      return {
        ...before,
        phase,
        status: 'CANCELLED',
        etaSeconds: null,
        cost: unlessFree(before, before.phase === 'QUEUED' ? false : null),
      };
  }
}

const COMPLETED = { status: 'COMPLETED', progress: 100, etaSeconds: null } as const;

function filesOf(change: KeptOutput & { safetyVerdict: SafetyVerdict | null }): Partial<ResultState> {
  const { videoAssetId, originalAssetId, posterAssetId, previewAssetId, storyboard, safetyVerdict } = change;
  return { videoAssetId, originalAssetId, posterAssetId, previewAssetId, storyboard, ...judgedAs(safetyVerdict) };
}

/** Without a verdict of the whole check, what the provider has told stands. */
function judgedAs(safetyVerdict: SafetyVerdict | null): Partial<ResultState> {
  return safetyVerdict === null ? {} : { safetyVerdict, sensitive: safetyVerdict.sensitive };
}

/** The cost of a result that did not complete: none when it is known not to be billed, otherwise the estimate stands. */
function unlessFree({ cost }: ResultState, billed: boolean | null): Cost | null {
  return cost !== null && billed === false ? { usd: 0, estimated: false } : cost;
}

function steps(before: TaskState, changed: TaskState, result: ResultState, change: ResultChange, now: Date): Step[] {
  const running = summarise(before, changed, now);
  const first: Step = { type: eventType(before, running, change), resultIndex: result.index, state: running };
  if (running.results.some((each) => !isFinished(each.status))) return [first];
  const ended = end(running, now);
  return [first, { type: terminalType(ended.status), resultIndex: null, state: ended }];
}

function eventType(before: TaskState, after: TaskState, change: ResultChange): StoredEventType {
  if (change.kind === 'secured' || change.kind === 'uploaded') return 'RESULT_COMPLETED';
  if (change.kind === 'failed' || change.kind === 'cancelled') return 'RESULT_FAILED';
  return before.startedAt === null && after.startedAt !== null ? 'STARTED' : 'PROGRESSED';
}

/** The task's own figures while results are still under way. */
function summarise(before: TaskState, task: TaskState, now: Date): TaskState {
  const started = task.results.some((result) => result.status !== 'PENDING');
  const sum = task.results.reduce((total, result) => total + result.progress, 0);
  const mean = Math.floor(sum / Math.max(1, task.results.length));
  const etas = task.results.map((result) => result.etaSeconds).filter((eta) => eta !== null);
  const estimated = task.results.some((result) => result.progressSource === 'ESTIMATED');
  return {
    ...task,
    status: started ? 'PROCESSING' : 'PENDING',
    progress: Math.max(before.progress, Math.min(99, mean)),
    progressSource: estimated ? 'ESTIMATED' : 'REPORTED',
    etaSeconds: etas.length === 0 ? null : Math.max(...etas),
    startedAt: before.startedAt ?? (started ? now : null),
  };
}

function end(task: TaskState, now: Date): TaskState {
  const status = terminalStatus(task.results);
  const failed = task.results.find((result) => result.error !== null);
  return {
    ...task,
    status,
    progress: status === 'COMPLETED' ? 100 : task.progress,
    etaSeconds: null,
    finishedAt: now,
    error: status === 'FAILED' ? (failed?.error ?? null) : null,
  };
}

function terminalStatus(results: ResultState[]): VideoTaskStatus {
  const statuses = new Set(results.map((result) => result.status));
  if (statuses.has('CANCELLED')) return 'CANCELLED';
  return statuses.has('COMPLETED') ? 'COMPLETED' : 'FAILED';
}

function terminalType(status: VideoTaskStatus): StoredEventType {
  if (status === 'COMPLETED') return 'COMPLETED';
  return status === 'CANCELLED' ? 'CANCELLED' : 'FAILED';
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
