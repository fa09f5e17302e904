import { judgeEvents } from '../../support/judge-events.js';
import { FILMED, type PaidStart } from '../nodes/start-services.js';
import type { History, SeenEvent } from './history.js';
import type { EndedTask } from './read-end.js';

/** All that is known when a run has come to rest. */
export type Evidence = { history: History; tasks: EndedTask[]; starts: PaidStart[] };

/**
 * Every promise that is broken, a sentence each; what was seen broken on the way comes first.
 * - I1: what was acknowledged is there, once, and came to its end.
 * - I2: a service is paid at most once for a result, and every paid operation is somebody's, unless it was failed openly.
 * - I3: the stored events of a task are versions 1 to n on paths of the machine.
 * - I4: exactly one of them is the last.
 * - I6: every client saw every event of every task once, in order.
 * I5, deliveries to webhooks, has nothing to look at yet.
 */
export function checkInvariants({ history, tasks, starts }: Evidence): string[] {
  return [
    ...history.violations,
    ...checkAcknowledged(history, tasks),
    ...checkPaid(tasks, starts),
    ...tasks.flatMap((task) => checkTask(task)),
    ...[...history.seen].flatMap(([client, seen]) => checkClient(client, seen, tasks)),
  ];
}

function checkAcknowledged({ acknowledged }: History, tasks: readonly EndedTask[]): string[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const lost = [...acknowledged].filter(([prompt, id]) => byId.get(id)?.prompt !== prompt);
  const twice = repeated(tasks.map(({ prompt }) => prompt));
  return [
    ...lost.map(([prompt, id]) => `I1: "${prompt}" was acknowledged as ${id} and is not there`),
    ...twice.map((prompt) => `I1: there are two tasks for "${prompt}"`),
  ];
}

function checkPaid(tasks: readonly EndedTask[], starts: readonly PaidStart[]): string[] {
  const twice = repeated(starts.map(({ provider, key }) => `${provider} "${key}"`));
  const owners = new Map<string, string>();
  const open = new Set<string>();
  for (const { prompt, results } of tasks) {
    for (const { providerTaskId, errorCode, status } of results) {
      if (providerTaskId !== null) owners.set(providerTaskId, prompt);
      if (errorCode === 'START_UNKNOWN' || status === 'CANCELLED') open.add(prompt);
    }
  }
  const orphans = starts.filter(({ id, key }) => owners.get(id) !== key && !open.has(key));
  return [
    ...twice.map((start) => `I2: paid more than once: ${start}`),
    ...orphans.map(({ provider, id, key }) => `I2: nobody has ${provider}'s ${id} ("${key}")`),
  ];
}

function checkTask(task: EndedTask): string[] {
  const { prompt, version, events, results } = task;
  const wrong = judgeEvents(events);
  if (events.length !== version) wrong.push(`it is at version ${version} and has ${events.length} events`);
  const about = wrong.map((sentence) => `I3/I4: "${prompt}": ${sentence}`);
  const ends = results.filter((result) => !isExpectedEnd(prompt, result));
  return [
    ...about,
    ...ends.map(
      ({ provider, phase, status, errorCode }) =>
        `I1: "${prompt}" at ${provider} is ${status} in ${phase} (${errorCode ?? 'no error'})`,
    ),
  ];
}

/** Only a service that can never tell may leave a start open. */
function isExpectedEnd(prompt: string, result: EndedTask['results'][number]): boolean {
  const { provider, status, errorCode, hasVideo } = result;
  if (status === 'COMPLETED') return prompt.includes(FILMED) && hasVideo;
  if (status === 'CANCELLED') return true;
  if (status !== 'FAILED') return false;
  return errorCode === 'START_UNKNOWN' ? provider === 'EVOLINK' : !prompt.includes(FILMED);
}

function checkClient(client: string, seen: readonly SeenEvent[], tasks: readonly EndedTask[]): string[] {
  const versions = new Map<string, number[]>();
  for (const { taskId, version } of seen) versions.set(taskId, [...(versions.get(taskId) ?? []), version]);
  const wrong = tasks.filter(({ id, events }) => {
    const those = versions.get(id) ?? [];
    return those.length !== events.length || those.some((version, index) => version !== index + 1);
  });
  return wrong.map(
    ({ id, prompt, version }) =>
      `I6: ${client} saw ${versions.get(id)?.join(', ') ?? 'nothing'} of the ${version} events of "${prompt}"`,
  );
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return [...twice];
}
