import type { CheckOutcome } from '../providers/provider.js';
import { finishStopping, releaseClaim, type Claim } from '../tasks/claims.js';
import { isForgotten } from '../tasks/is-forgotten.js';
import { storeLateVideo } from '../tasks/store-late-video.js';
import { aboutClaim } from './about-claim.js';
import { judgeOutput } from './judge-output.js';
import type { PollerContext } from './poller-context.js';
import { MAX_ATTEMPTS } from './task-errors.js';

const TRY_AGAIN_MS = 60_000;

/**
 * Keeps the video of an operation that ran on after its result had ended, cancelled or given up: it was paid, so the
 * caller shall have it. The task stays as it is, and its feed has ended; the video stands on the result for whoever reads
 * it again.
 */
export async function keepLateVideo(
  context: PollerContext,
  claim: Claim,
  { output, facts }: CheckOutcome & { kind: 'completed' },
): Promise<void> {
  const { prisma, media, logger } = context;
  const { task, result, work } = claim;
  const { startKey, attempts: attempt } = work;
  const file =
    output.kind === 'url' ? await media.fetchOutput(output.url) : { kind: 'here' as const, path: output.path };
  if (file.kind !== 'here' && file.kind !== 'fetched') {
    logger.warn({ ...aboutClaim(claim), reason: file.reason }, 'the video of an ended result could not be fetched');
    const isLost = file.kind === 'refused' || isForgotten(work.startedAt ?? work.sentAt);
    if (isLost) return finishStopping(prisma, claim);
    return releaseClaim(prisma, claim, { inMs: TRY_AGAIN_MS, held: null, failed: false });
  }
  try {
    const kept = await media.keepOutput({ ...claim, startKey, path: file.path, attempt });
    if ('rejected' in kept) return await finishStopping(prisma, claim);
    const judgement = await judgeOutput(context, claim, facts.sensitive, file.path);
    if (judgement.kind === 'rejected') {
      await media.dropOutput(task, kept);
      logger.warn({ ...aboutClaim(claim), reason: judgement.reason }, 'the video of an ended result is not kept');
      return await finishStopping(prisma, claim);
    }
    if (await storeLateVideo(prisma, claim, { ...facts, ...kept, safetyVerdict: judgement.verdict })) return;
    // Whoever took the claim over keeps the same files, under the same ids.
    if ((await prisma.videoResult.count({ where: { id: result.id } })) === 0) await media.dropOutput(task, kept);
  } catch (error) {
    logger.error({ err: error, ...aboutClaim(claim) }, 'the video of an ended result could not be kept');
    if (work.attempts >= MAX_ATTEMPTS) return await finishStopping(prisma, claim);
    await releaseClaim(prisma, claim, { inMs: TRY_AGAIN_MS * 3 ** (work.attempts - 1), held: null, failed: true });
  } finally {
    if (file.kind === 'fetched') await file[Symbol.asyncDispose]();
  }
}
