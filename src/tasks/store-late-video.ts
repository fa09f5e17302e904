import type { PrismaClient } from '../database/generated/client.js';
import type { Claim } from './claims.js';
import type { Cost, SafetyVerdict } from './task.js';
import type { OutputFiles } from './video-task.js';
import { toColumn } from './write-steps.js';

/** A video that was finished, and paid, after its result was cancelled. */
export type LateVideo = OutputFiles & {
  sensitive: boolean | null;
  safetyVerdict: SafetyVerdict | null;
  cost: Cost | null;
};

/** Puts a late video on its cancelled result, for good. False when the result is gone, or someone else moved first. */
export async function storeLateVideo(prisma: PrismaClient, claim: Claim, video: LateVideo): Promise<boolean> {
  const { videoAssetId, originalAssetId, posterAssetId, previewAssetId, storyboard } = video;
  const { sensitive, safetyVerdict, cost } = video;
  const { count } = await prisma.videoResult.updateMany({
    where: { id: claim.result.id, lease: claim.work.lease, phase: 'DONE' },
    data: {
      videoAssetId,
      originalAssetId,
      posterAssetId,
      previewAssetId,
      storyboard: toColumn(storyboard),
      sensitive: safetyVerdict?.sensitive ?? sensitive,
      safetyVerdict: toColumn(safetyVerdict),
      ...(cost === null ? {} : { cost: toColumn(cost) }),
      stopping: false,
      lease: null,
      dueAt: null,
      attempts: 0,
    },
  });
  return count === 1;
}
