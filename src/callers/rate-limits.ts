import type { PrismaClient } from '../database/generated/client.js';
import { ADMIN_CALLER, LOCAL_CALLER } from './named-caller.js';

/** What a caller's requests are held to, whatever they ask for; null = no limit. */
export type RateLimits = {
  /** Operations, on all transports. */
  requestsPerMinute: number | null;
  /** What these operations cost together. */
  pointsPerMinute: number | null;
  /** Sockets and event streams that are open at the same time. */
  sockets: number | null;
};

export const NO_RATE_LIMITS: RateLimits = { requestsPerMinute: null, pointsPerMinute: null, sockets: null };

/** What is kept of a caller; null = it has no limit of its own. */
type OwnLimits = RateLimits & { name: string };

const SELECTED = { name: true, requestsPerMinute: true, pointsPerMinute: true, sockets: true } as const;

/**
 * What a caller is held to: its own limits, otherwise those that hold for all. Whoever needs no key, and the operator,
 * are held to their own ones only.
 */
export async function readRateLimits(
  prisma: Pick<PrismaClient, 'caller'>,
  callerId: string,
  defaults: RateLimits,
): Promise<RateLimits> {
  const own: OwnLimits = await prisma.caller.findUniqueOrThrow({ where: { id: callerId }, select: SELECTED });
  const others = own.name === LOCAL_CALLER || own.name === ADMIN_CALLER ? NO_RATE_LIMITS : defaults;
  return {
    requestsPerMinute: own.requestsPerMinute ?? others.requestsPerMinute,
    pointsPerMinute: own.pointsPerMinute ?? others.pointsPerMinute,
    sockets: own.sockets ?? others.sockets,
  };
}
