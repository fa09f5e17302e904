import type { PrismaClient } from '../database/generated/client.js';
import { readLimits, type CallerLimits } from '../tasks/caller-limits.js';
import { readRateLimits, type RateLimits } from './rate-limits.js';
import type { UserError } from '../tasks/user-error.js';

/** All that a caller is held to; null = no limit. */
export type AllLimits = CallerLimits & RateLimits;

/** The limits to change; those that are left out stay, and null takes one away: what holds for all then holds again. */
export type NewLimits = { [Name in keyof AllLimits]?: AllLimits[Name] | undefined };

export type SetLimitsOutcome = { kind: 'set'; limits: AllLimits } | { kind: 'refused'; userErrors: UserError[] };

/**
 * Sets what a caller may do. Every node holds to it within a second, and to tasks and dollars at once.
 * @param defaults what holds for callers without limits of their own.
 */
export async function setLimits(
  prisma: PrismaClient,
  defaults: RateLimits,
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
  return { kind: 'set', limits: await readAllLimits(prisma, defaults, caller.id) };
}

export async function readAllLimits(prisma: PrismaClient, defaults: RateLimits, callerId: string): Promise<AllLimits> {
  const [tasks, rates] = await Promise.all([readLimits(prisma, callerId), readRateLimits(prisma, callerId, defaults)]);
  return { ...rates, ...tasks };
}

/** Limits that are amounts of money; the others count something. */
const AMOUNTS: readonly string[] = ['usdPerDay', 'usdPerMonth'] satisfies (keyof AllLimits)[];
const MOST = 1e9;

function checkLimits(wanted: NewLimits): UserError[] {
  return Object.entries(wanted).flatMap(([name, value]): UserError[] => {
    const isCount = !AMOUNTS.includes(name);
    if (value == null || (value >= 0 && value <= MOST && (!isCount || Number.isInteger(value)))) return [];
    const message = `\`${name}\` must be a ${isCount ? 'whole number' : 'number'} from 0 to ${MOST}, or null for no limit.`;
    return [{ code: 'OUT_OF_RANGE', message, path: ['input', name] }];
  });
}
