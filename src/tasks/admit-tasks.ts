import type { CallerLimits, CallerUse } from './caller-limits.js';
import type { NewTask } from './new-task.js';
import { namesOf } from './task-names.js';
import type { UserError } from './user-error.js';

const MINUTE_MS = 60_000;

/** Which of a caller's new tasks its limits allow, in their order, and why the others are refused, by their ids. */
export type Admission = { admitted: NewTask[]; refused: Map<string, UserError> };

/**
 * A task that is refused takes nothing from those behind it: a smaller one may still fit. Nor does one whose key or UUID
 * another task has: it is admitted, as it makes no new task, and whoever stores it leaves it out.
 * @param taken the names that the caller's stored tasks have.
 */
export function admitTasks(
  limits: CallerLimits,
  use: CallerUse & { now: Date },
  tasks: readonly NewTask[],
  taken: ReadonlySet<string>,
): Admission {
  const { now, ...counted } = use;
  let soFar: CallerUse = counted;
  const names = new Set(taken);
  const admitted: NewTask[] = [];
  const refused = new Map<string, UserError>();
  for (const task of tasks) {
    const own = namesOf({ idempotencyKey: task.idempotencyKey, taskUuid: task.facts.taskUuid });
    if (own.some((name) => names.has(name))) {
      admitted.push(task);
      continue;
    }
    const next = withTask(soFar, task);
    const refusal = refuse(limits, soFar, next, now);
    if (refusal === null) {
      soFar = next;
      admitted.push(task);
      for (const name of own) names.add(name);
    } else refused.set(task.facts.id, refusal);
  }
  return { admitted, refused };
}

function withTask(use: CallerUse, task: NewTask): CallerUse {
  const usd = costOf(task);
  return {
    tasksInLastMinute: use.tasksInLastMinute + 1,
    tasksInFlight: use.tasksInFlight + 1,
    usdToday: use.usdToday + usd,
    usdThisMonth: use.usdThisMonth + usd,
  };
}

function costOf({ results }: NewTask): number {
  return results.reduce((sum, { cost }) => sum + (cost?.usd ?? 0), 0);
}

function refuse(limits: CallerLimits, before: CallerUse, after: CallerUse, now: Date): UserError | null {
  const { tasksPerMinute, tasksInFlight, usdPerDay, usdPerMonth } = limits;
  if (tasksPerMinute !== null && after.tasksInLastMinute > tasksPerMinute) {
    const when = new Date(now.getTime() + MINUTE_MS).toISOString();
    return error(
      'RATE_LIMITED',
      `You may create ${tasksPerMinute} tasks a minute. From ${when} on there is room again.`,
    );
  }
  if (tasksInFlight !== null && after.tasksInFlight > tasksInFlight) {
    return error('RATE_LIMITED', `You may have ${tasksInFlight} tasks in flight. Come back when one of them is done.`);
  }
  if (usdPerDay !== null && exceeds(after.usdToday, usdPerDay)) {
    return overBudget(usdPerDay, before.usdToday, after.usdToday, `today (UTC). Come back at ${nextDay(now)}`);
  }
  if (usdPerMonth !== null && exceeds(after.usdThisMonth, usdPerMonth)) {
    return overBudget(
      usdPerMonth,
      before.usdThisMonth,
      after.usdThisMonth,
      `this month (UTC). Come back at ${nextMonth(now)}`,
    );
  }
  return null;
}

/** Sums of prices in floating point miss the limit that they should just reach. */
function exceeds(usd: number, limit: number): boolean {
  return usd > limit + 1e-9;
}

function overBudget(limit: number, before: number, after: number, whenMore: string): UserError {
  const costs = `This would cost about ${dollars(after - before)} US dollars`;
  const message = `${costs}, and ${dollars(before)} of ${dollars(limit)} are spent or reserved ${whenMore}, or ask for less.`;
  return error('BUDGET_EXCEEDED', message);
}

function error(code: UserError['code'], message: string): UserError {
  return { code, message, path: ['input'] };
}

function dollars(usd: number): string {
  return usd.toFixed(2);
}

function nextDay(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1)).toISOString();
}

function nextMonth(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1)).toISOString();
}
