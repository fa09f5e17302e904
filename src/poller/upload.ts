import type { VideoProvider } from '../providers/provider.js';
import { releaseClaim, type Claim } from '../tasks/claims.js';
import type { TaskError } from '../tasks/task.js';
import type { ResultChange } from '../tasks/transitions.js';
import { aboutClaim } from './about-claim.js';
import { claimRound } from './claim-round.js';
import { finish } from './finish.js';
import type { PollerContext } from './poller-context.js';

/** Uploads of one provider's videos that go on at the same time: a receiver that hangs holds up one of them. */
export const UPLOAD_LANES = 3;
/** Tried again after 1, 2, 4 … seconds, for two minutes in all. */
const TRIES = 8;
const TRY_AGAIN = { minMs: 1_000, maxMs: 60_000 } as const;

/** One round of uploads: videos that are kept are put where their callers want them, and complete their results. */
export function uploadRound(
  context: PollerContext,
  providers = context.providers,
  atOnce = UPLOAD_LANES,
): Promise<boolean> {
  return claimRound(context, { name: 'upload', providers, phases: 'uploading', atOnce }, (provider, claim) =>
    upload(context, provider, claim),
  );
}

/** Every try is due by its row, so that a restart goes on with the next one and a dead receiver keeps no lane. */
async function upload(context: PollerContext, provider: VideoProvider, claim: Claim): Promise<void> {
  const { task, result, work } = claim;
  const { uploadUrl: sealedUrl } = task;
  const { videoAssetId: assetId } = result;
  if (sealedUrl === null || assetId === null) throw new Error('Only a kept video with an address is uploaded.');
  const outcome = await send(context, claim, { callerId: task.callerId, assetId, sealedUrl });
  if (outcome.kind === 'uploaded') {
    const { uploadedTo } = outcome;
    return void (await finish(context, provider, claim, { kind: 'uploaded', uploadedTo, uploadError: null }, null));
  }
  context.logger.warn({ ...aboutClaim(claim), reason: outcome.reason }, 'a video could not be uploaded');
  if (outcome.kind === 'unreachable' && work.attempts < TRIES) {
    const inMs = Math.min(TRY_AGAIN.maxMs, TRY_AGAIN.minMs * 2 ** (work.attempts - 1));
    return releaseClaim(context.prisma, claim, { inMs, held: null, failed: true });
  }
  await finish(context, provider, claim, failed(provider, outcome.reason), null);
}

type Uploads = PollerContext['media']['uploadOutput'];

async function send(
  { media, logger }: PollerContext,
  claim: Claim,
  output: Parameters<Uploads>[0],
): ReturnType<Uploads> {
  // Only crashes lead here: the last try of all never came to an end.
  if (claim.work.attempts > TRIES) return { kind: 'refused', reason: 'Every try was broken off.' };
  try {
    return await media.uploadOutput(output);
  } catch (error) {
    logger.error({ err: error, ...aboutClaim(claim) }, 'a video could not be read for its upload');
    return { kind: 'unreachable', reason: 'The gateway could not read the video.' };
  }
}

/** The result completes all the same: the video is there, and paid. */
function failed({ capabilities }: VideoProvider, reason: string): ResultChange {
  const uploadError: TaskError = {
    code: 'UPLOAD_FAILED',
    message: `The video is kept here, and could not be put to uploadUrl: ${reason}`,
    retryable: false,
    billed: capabilities.price !== null,
    provider: null,
    providerCode: null,
  };
  return { kind: 'uploaded', uploadedTo: null, uploadError };
}
