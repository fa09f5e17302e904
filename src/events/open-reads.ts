import type { PrismaClient } from '../database/generated/client.js';
import { gatherCalls, type GatherCalls } from '../lib/gather-calls.js';
import type { CallerEvent, TaskEvent } from './event.js';
import { readCallerEvents, readTaskEvents, type CallerQuestion, type Page, type TaskQuestion } from './event-store.js';
import { rememberFacts } from './remember-facts.js';
import { takeSnapshots } from './take-snapshots.js';

/** Asks for the next page of a feed; what is asked for in one turn is one statement, and equal questions share it. */
type ReadPage<Question, Answer> = (question: Omit<Question, 'limit'>) => Promise<Answer>;

/**
 * Who is up to date and who has far to go ask in lanes of their own: however many catch up, what has just happened is
 * read at once.
 */
type Lanes<Question, Answer> = { live: ReadPage<Question, Answer>; behind: ReadPage<Question, Answer> };

/** How the store's events are read, whoever reads them. */
export type Reads = {
  task: Lanes<TaskQuestion, Page<TaskEvent> | null>;
  caller: Lanes<CallerQuestion, Page<CallerEvent>>;
  /** A task as it is now, as a feed's first event; null when the caller has none of that id. */
  snapshot: (callerId: string, taskId: string) => Promise<TaskEvent | null>;
  /** Any page of a task's events, for queries. */
  taskEvents: (question: TaskQuestion) => Promise<Page<TaskEvent> | null>;
};

const LIVE = { together: 500, atOnce: 2 };
const LIVE_PAGE = 8;
/** Only one statement is under way here, and it brings no more than some milliseconds of work: others get their turn. */
const BEHIND = { together: 5, atOnce: 1 };
const BEHIND_PAGE = 20;
const SNAPSHOTS = { together: 200, atOnce: 4 };
const QUERIES = { together: 20, atOnce: 4 };

export function openReads(prisma: PrismaClient): Reads {
  const store = { prisma, factsOf: rememberFacts(prisma) };
  const readTasks = (questions: TaskQuestion[]) => readTaskEvents(store, questions);
  const readCallers = (questions: CallerQuestion[]) => readCallerEvents(store, questions);
  const ofTask = (calls: GatherCalls<TaskQuestion, Page<TaskEvent> | null>, limit: number) => {
    return (question: Omit<TaskQuestion, 'limit'>) => calls(taskKey(question), { ...question, limit });
  };
  const ofCaller = (calls: GatherCalls<CallerQuestion, Page<CallerEvent>>, limit: number) => {
    return (question: Omit<CallerQuestion, 'limit'>) =>
      calls(`${question.callerId}/${question.afterPosition}`, { ...question, limit });
  };
  const snapshots = gatherCalls(
    (asked: { callerId: string; taskId: string }[]) => takeSnapshots(prisma, asked),
    SNAPSHOTS,
  );
  const queries = gatherCalls(readTasks, QUERIES);
  return {
    task: {
      live: ofTask(gatherCalls(readTasks, LIVE), LIVE_PAGE),
      behind: ofTask(gatherCalls(readTasks, BEHIND), BEHIND_PAGE),
    },
    caller: {
      live: ofCaller(gatherCalls(readCallers, LIVE), LIVE_PAGE),
      behind: ofCaller(gatherCalls(readCallers, BEHIND), BEHIND_PAGE),
    },
    snapshot: (callerId, taskId) => snapshots(`${callerId}/${taskId}`, { callerId, taskId }),
    taskEvents: (question) => queries(`${taskKey(question)}/${question.limit}`, question),
  };
}

/** Only the middle part is given by callers, so no two questions look alike. */
function taskKey({ callerId, taskId, afterVersion }: Omit<TaskQuestion, 'limit'>): string {
  return `${callerId}/${taskId}/${afterVersion}`;
}
