import type { VideoProvider } from '../providers/provider.js';
import type { CheckClaim } from '../tasks/claim-checks.js';
import { releaseClaim, releaseClaims } from '../tasks/claims.js';
import { writeProgress, type Progress } from '../tasks/write-progress.js';
import { holdOperation } from './hold-operation.js';
import type { PollerContext } from './poller-context.js';

/** Collects the claims of a round that go on, so that all of them cost a few statements. */
export type FollowUp = {
  /** Nothing is new: it is looked up again after this long. `misses`: how often in a row it was not known; 0 unless given. */
  again(claim: CheckClaim, inMs: number, misses?: number): void;
  /** It has come further, and is looked up again after this long. */
  tell(claim: CheckClaim, inMs: number, change: Progress['change']): void;
  flush(): Promise<void>;
};

type Waiting = { claim: CheckClaim; inMs: number; misses: number };

export function createFollowUp(context: PollerContext, provider: VideoProvider): FollowUp {
  const unchanged: Waiting[] = [];
  const told: (Waiting & { change: Progress['change'] })[] = [];
  return {
    again: (claim, inMs, misses = 0) => void unchanged.push({ claim, inMs, misses }),
    tell: (claim, inMs, change) => void told.push({ claim, inMs, misses: 0, change }),
    async flush() {
      await release(context, provider, unchanged.splice(0));
      await tell(context, told.splice(0));
    },
  };
}

async function release(context: PollerContext, provider: VideoProvider, waiting: Waiting[]): Promise<void> {
  const held = holdOperation(context, provider);
  if (held === null) return releaseClaims(context.prisma, waiting);
  for (const { claim, inMs } of waiting) await releaseClaim(context.prisma, claim, { inMs, held, failed: false });
}

/** Progress that could not be written is told after the next check. */
async function tell(
  { prisma, announcer, logger }: PollerContext,
  told: readonly (Waiting & { change: Progress['change'] })[],
): Promise<void> {
  const progress = told.map(({ claim: { task, result, work }, inMs, change }) => {
    return { taskId: task.id, resultId: result.id, index: result.index, lease: work.lease, change, inMs };
  });
  try {
    await writeProgress(prisma, announcer, progress);
  } catch (error) {
    logger.warn({ err: error, results: told.length }, 'progress could not be written');
    await releaseClaims(prisma, told);
  }
}
