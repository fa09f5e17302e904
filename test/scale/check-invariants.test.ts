import { expect, test } from 'vitest';
import { checkInvariants, type Evidence } from './faults/check-invariants.js';
import { createHistory } from './faults/history.js';
import type { EndedTask } from './faults/read-end.js';

const TYPES = ['CREATED', 'STARTED', 'PROGRESSED', 'FAILED'];
const PHASES = ['QUEUED', 'STARTING', 'GENERATING', 'DONE'];

function endedTask(): EndedTask {
  return {
    id: 'task_1',
    prompt: 'one',
    status: 'FAILED',
    version: 4,
    events: TYPES.map((type, index) => {
      const results = [{ phase: PHASES[index] ?? '', progress: 10 * index }];
      return { version: index + 1, type, task: { status: index === 3 ? 'FAILED' : 'PENDING', progress: 0, results } };
    }),
    results: [
      {
        provider: 'RUNWARE',
        phase: 'DONE',
        status: 'FAILED',
        errorCode: 'CONTENT_REJECTED',
        providerTaskId: 'r1',
        hasVideo: false,
      },
    ],
  };
}

/** A run in which every promise was kept; tests break one. */
function evidence(): Evidence & { tasks: [EndedTask] } {
  const history = createHistory();
  const task = endedTask();
  history.acknowledged.set('one', 'task_1');
  history.seen.set(
    'client 1',
    task.events.map(({ version, type }) => ({ taskId: 'task_1', version, type, lateMs: 1 })),
  );
  return { history, tasks: [task], starts: [{ provider: 'RUNWARE', id: 'r1', key: 'one', callbackUrl: null }] };
}

test('a run in which every promise was kept has no violation', () => {
  expect(checkInvariants(evidence())).toEqual([]);
});

type Given = ReturnType<typeof evidence>;

test.each<{ broken: string; change: (given: Given) => unknown; told: RegExp }>([
  {
    broken: 'an acknowledged task is not there',
    change: ({ history }) => history.acknowledged.set('two', 'task_2'),
    told: /^I1: "two" was acknowledged/,
  },
  {
    broken: 'there are two tasks for one key',
    change: ({ history, tasks }) => {
      tasks.push({ ...endedTask(), id: 'task_2', results: [] });
      history.seen.clear();
    },
    told: /^I1: there are two tasks/,
  },
  {
    broken: 'a task never ended',
    change: ({ tasks }) => Object.assign(tasks[0].results[0] ?? {}, { status: 'PROCESSING', phase: 'GENERATING' }),
    told: /^I1: "one" at RUNWARE is PROCESSING/,
  },
  {
    broken: 'a service was paid twice',
    change: ({ starts }) => starts.push({ provider: 'RUNWARE', id: 'r1', key: 'one', callbackUrl: null }),
    told: /^I2: paid more than once/,
  },
  {
    broken: 'nobody has a paid operation',
    change: ({ starts }) => starts.push({ provider: 'EVOLINK', id: 'e1', key: 'two', callbackUrl: null }),
    told: /^I2: nobody has EVOLINK's e1/,
  },
  { broken: 'a version is missing', change: ({ tasks }) => tasks[0].events.splice(1, 1), told: /^I3.*versions are/ },
  {
    broken: 'a phase comes out of nowhere',
    change: ({ tasks }) =>
      Object.assign(tasks[0].events[1]?.task ?? {}, { results: [{ phase: 'SECURING', progress: 1 }] }),
    told: /^I3.*goes from SECURING to GENERATING/,
  },
  {
    broken: 'there are two last events',
    change: ({ tasks }) => Object.assign(tasks[0].events[2] ?? {}, { type: 'COMPLETED' }),
    told: /^I3\/I4.*terminal events are 3 COMPLETED, 4 FAILED/,
  },
  {
    broken: 'a client missed an event',
    change: ({ history }) => history.seen.get('client 1')?.splice(2, 1),
    told: /^I6: client 1 saw 1, 2, 4 of the 4 events/,
  },
  {
    broken: 'a client saw an event twice',
    change: ({ history }) => history.seen.get('client 1')?.push({ taskId: 'task_1', version: 4, type: '', lateMs: 0 }),
    told: /^I6: client 1 saw 1, 2, 3, 4, 4/,
  },
])('it is told when $broken', ({ change, told }) => {
  const given = evidence();
  change(given);
  expect(checkInvariants(given)).toContainEqual(expect.stringMatching(told));
});
