import type { ProviderCapabilities } from '../providers/provider.js';

/** How long results of one kind take, in seconds: half of them at most `p50`, nine in ten at most `p90`. */
export type TypicalTime = { p50: number; p90: number };

const LOCAL_CHECK_MS = 400;
/** The first look comes early: a start that fails at once is told at once. */
const FIRST_MS = 10_000;
const MIN_SECONDS = 5;
const MAX_EARLY_SECONDS = 20;
const MAX_LATE_SECONDS = 60;
/** Part of the time that is still expected to pass after which the next look is due. */
const EARLY_PART = 0.3;
const LATE_PART = 0.2;

/** How long after its start an operation is looked up first. */
export function firstCheckDelayMs(capabilities: ProviderCapabilities, typical: TypicalTime): number {
  return Math.min(FIRST_MS, nextCheckDelayMs(capabilities, typical, 0, Math.random()));
}

/**
 * How long after a check at `ageSeconds` the next one follows. Far from the typical time seldom, around it every five
 * seconds, and ever more seldom once nine in ten would have been done: a stuck operation must not eat the budget of the
 * others. A video of 100 s is looked up about ten times. Asking an operation of this process costs only the write.
 * @param chance 0-1: spreads the checks, so that operations that began together do not ask together for ever.
 */
export function nextCheckDelayMs(
  capabilities: ProviderCapabilities,
  typical: TypicalTime,
  ageSeconds: number,
  chance: number,
): number {
  if (capabilities.operationsAreLocal) return LOCAL_CHECK_MS;
  const seconds = plannedSeconds(typical, ageSeconds);
  return Math.round(seconds * (0.9 + chance * 0.2) * 1000);
}

function plannedSeconds({ p50, p90 }: TypicalTime, ageSeconds: number): number {
  const settled = Math.max(p50, p90);
  if (ageSeconds < p50) return clamp((p50 - ageSeconds) * EARLY_PART, MIN_SECONDS, MAX_EARLY_SECONDS);
  return clamp((ageSeconds - settled) * LATE_PART, MIN_SECONDS, MAX_LATE_SECONDS);
}

/** How far a result of this age is likely to be, in whole percent: 85 at the median, 95 when nine in ten are done, never 99. */
export function estimateProgress({ p50, p90 }: TypicalTime, ageSeconds: number): number {
  if (ageSeconds <= p50) return Math.floor((85 * ageSeconds) / Math.max(1, p50));
  const late = (ageSeconds - p50) / Math.max(1, p90 - p50);
  return late <= 1 ? Math.floor(85 + 10 * late) : Math.floor(98 - 3 / late);
}

/** Seconds until a result of this age is likely to be done; null once it takes longer than nine in ten. */
export function estimateEtaSeconds({ p50, p90 }: TypicalTime, ageSeconds: number): number | null {
  if (ageSeconds < p50) return Math.ceil(p50 - ageSeconds);
  return ageSeconds < p90 ? Math.ceil(p90 - ageSeconds) : null;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
