import { expect } from 'vitest';
import { createDisposal } from '../../src/lib/disposal.js';
import type { Fault } from '../providers/doubles/double.mjs';
import { startDashScopeDouble } from '../providers/doubles/dashscope.mjs';
import { startEvolinkDouble } from '../providers/doubles/evolink.mjs';
import { startRunwareDouble } from '../providers/doubles/runware.mjs';
import { createTemporaryDirectory, makeShortClip } from './temporary-directory.js';
import type { TaskState } from './video-tasks.js';

export const SERVICES = ['EVOLINK', 'RUNWARE', 'DASHSCOPE'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** What the tests use of any double. */
type Service = Pick<Awaited<ReturnType<typeof startEvolinkDouble>>, 'fail' | 'starts' | 'requests'>;

/** Doubles of all three services, and the variables by which a process finds them. */
export type PaidServices = AsyncDisposable &
  Readonly<Record<ServiceName, Service>> & {
    variables: Readonly<Record<string, string>>;
    /** Runware's look-ups know nothing of a start until it is sent again: only the second send can tell. */
    hideUntilResent(prompt: string): void;
  };

export async function startPaidServices(): Promise<PaidServices> {
  const stack = createDisposal();
  const folder = stack.use(await createTemporaryDirectory());
  const videoPath = await makeShortClip(folder.path);
  const one = stack.use(await startEvolinkDouble({ videoPath }));
  const two = stack.use(await startRunwareDouble({ videoPath, archives: false }));
  const three = stack.use(await startDashScopeDouble({ videoPath }));
  const hidden = new Set<string>();
  const isHidden = (taskUUID: string): boolean =>
    [...hidden].some((prompt) => {
      const sent = two.requests.filter(({ action, body }) => action === 'start' && isAbout(body, prompt));
      return sent.length < 2 && sent.some(({ body }) => isAbout(body, taskUUID));
    });
  const nothing = { status: 200, body: { data: [] } };
  const matches: Fault['matches'] = ({ body }) => body.length === 1 && isHidden(body[0].taskUUID);
  two.fail({ action: 'check', times: Infinity, how: 'answer', answer: nothing, matches });
  return {
    EVOLINK: one,
    RUNWARE: two,
    DASHSCOPE: three,
    hideUntilResent: (prompt) => void hidden.add(prompt),
    variables: {
      EVOLINK_API_KEY: one.key,
      EVOLINK_BASE_URL: one.baseUrl,
      EVOLINK_FILES_URL: one.filesBaseUrl,
      RUNWARE_API_KEY: two.key,
      RUNWARE_BASE_URL: two.baseUrl,
      DASHSCOPE_API_KEY: three.key,
      DASHSCOPE_BASE_URL: three.baseUrl,
      // The doubles and their videos are on this machine.
      UNSAFE_ALLOW_PRIVATE_URLS: 'true',
    },
    [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose](),
  };
}

/** Whether a body that a service got is about the task with this prompt. */
export function isAbout(body: unknown, prompt: string): boolean {
  return (JSON.stringify(body) ?? '').includes(JSON.stringify(prompt));
}

/** The ids of the starts that a service has accepted, and is paid for, for one prompt. */
export function paidFor(services: PaidServices, name: ServiceName, prompt: string): string[] {
  return services[name].starts.filter(({ body }) => isAbout(body, prompt)).map(({ id }) => id);
}

/** How often a start for one prompt reached a service, accepted or not. */
export function sentFor(services: PaidServices, name: ServiceName, prompt: string): number {
  return services[name].requests.filter(({ action, body }) => action === 'start' && isAbout(body, prompt)).length;
}

/** Every paid start belongs to exactly one result, but for those of results that failed openly; no two share one. */
export function checkBooks(services: PaidServices, made: readonly { prompt: string; task: TaskState }[]): void {
  for (const name of SERVICES) {
    const results = made.flatMap(({ prompt, task }) => task.results.map((result) => ({ prompt, result })));
    const here = results.filter(({ result }) => result.provider === name);
    const owned = here.flatMap(({ result }) => result.providerTaskId ?? []);
    expect(new Set(owned).size, `${name}: operations have one owner`).toBe(owned.length);
    const open = here.filter(({ result }) => result.error?.code === 'START_UNKNOWN').map(({ prompt }) => prompt);
    const ownerless = services[name].starts.filter(({ id }) => !owned.includes(id));
    const unexplained = ownerless.filter(({ body }) => !open.some((prompt) => isAbout(body, prompt)));
    expect(unexplained, `${name}: paid starts without an owner`).toEqual([]);
    const paid = services[name].starts.map(({ id }) => id);
    expect(
      owned.filter((id) => !paid.includes(id)),
      `${name}: operations that nobody was paid for`,
    ).toEqual([]);
  }
}
