import type { PollerContext } from './poller-context.js';

/** Events of progress that one process writes a second, and may have saved up. */
const PER_SECOND = 50;

type Allowance = { left: number; at: number };
const allowances = new WeakMap<PollerContext, Allowance>();

/**
 * Whether a step of progress may be written now. Thousands of operations would otherwise cost more in telling how far
 * they are than in looking after them; what is not told now is told after the next check. Ends are always written.
 */
export function mayTellProgress(context: PollerContext): boolean {
  const now = performance.now();
  const { left, at } = allowances.get(context) ?? { left: PER_SECOND, at: now };
  const filled = Math.min(PER_SECOND, left + ((now - at) / 1000) * PER_SECOND);
  const may = filled >= 1;
  allowances.set(context, { left: may ? filled - 1 : filled, at: now });
  return may;
}
