import type { PrismaClient } from '../database/generated/client.js';
import { readLimits, type CallerLimits } from '../tasks/caller-limits.js';
import type { UserError } from '../tasks/user-error.js';

/** The limits to change; those that are left out stay, and null takes one away. */
export type NewLimits = { [Name in keyof CallerLimits]?: CallerLimits[Name] | undefined };

export type SetLimitsOutcome = { kind: 'set'; limits: CallerLimits } | { kind: 'refused'; userErrors: UserError[] };

/** Sets what a caller may do. Every node holds to it at once. */
export async function setLimits(
  prisma: PrismaClient,
  callerName: string,
  wanted: NewLimits,
): Promise<SetLimitsOutcome> {
  const userErrors = checkLimits(wanted);
  if (userErrors.length > 0) return { kind: 'refused', userErrors };
  const data = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  const caller = await prisma.caller.findUnique({ where: { name: callerName }, select: { id: true } });
  if (caller === null) {
    const message = `There is no caller ${callerName}. A caller is made with its first key.`;
    return { kind: 'refused', userErrors: [{ code: 'NOT_FOUND', message, path: ['input', 'callerName'] }] };
  }
  await prisma.caller.update({ where: { id: caller.id }, data });
  return { kind: 'set', limits: await readLimits(prisma, caller.id) };
}

/** Limits that count tasks; the others are amounts of money. */
const COUNTS: readonly string[] = ['tasksPerMinute', 'tasksInFlight'] satisfies (keyof CallerLimits)[];
const MOST = 1e9;

function checkLimits(wanted: NewLimits): UserError[] {
  return Object.entries(wanted).flatMap(([name, value]): UserError[] => {
    const isCount = COUNTS.includes(name);
    if (value == null || (value >= 0 && value <= MOST && (!isCount || Number.isInteger(value)))) return [];
    const message = `\`${name}\` must be a ${isCount ? 'whole number' : 'number'} from 0 to ${MOST}, or null for no limit.`;
    return [{ code: 'OUT_OF_RANGE', message, path: ['input', name] }];
  });
}
