import { z } from 'zod';
import type { VideoProvider } from '../providers/provider.js';
import { claimResults, releaseClaim, type Claim } from '../tasks/claims.js';
import type { TaskError } from '../tasks/task.js';
import type { ResultChange } from '../tasks/transitions.js';
import { attend } from './attend.js';
import { finish } from './finish.js';
import { holdClaims } from './hold-claims.js';
import type { KeptOutput, PollerContext } from './poller-context.js';
import { MAX_ATTEMPTS, taskError, worn } from './task-errors.js';

const CONCURRENCY = 4;
const TRY_AGAIN_MS = 2_000;

const storedOutput = z.object({ kind: z.literal('file'), path: z.string() });

/** One round of securing: finished outputs become files of ours. Only then is a result completed. */
export async function secureRound(context: PollerContext): Promise<boolean> {
  let found = false;
  for (const provider of context.providers) {
    const lane = { provider: provider.name, phases: ['SECURING'] as const };
    const claims = await claimResults(context.prisma, lane, context.worker, CONCURRENCY);
    const secureAll = (): Promise<void[]> =>
      Promise.all(claims.map((claim) => attend(context, claim, () => secure(context, provider, claim))));
    await holdClaims(context, claims, secureAll);
    found ||= claims.length > 0;
  }
  return found;
}

async function secure(context: PollerContext, provider: VideoProvider, claim: Claim): Promise<void> {
  const { result, work } = claim;
  try {
    const change = work.attempts > MAX_ATTEMPTS ? failed(worn(context, claim)) : await keep(context, claim);
    const written = await finish(context, provider, claim, change);
    if (!written && change.kind === 'secured') await dropUnwanted(context, claim, change);
  } catch (error) {
    context.logger.error({ err: error, resultId: result.id }, 'an output could not be secured; it is tried again');
    await releaseClaim(context.prisma, claim, { inMs: TRY_AGAIN_MS, held: null, failed: true });
  }
}

async function keep({ media }: PollerContext, { task, result, work }: Claim): Promise<ResultChange> {
  const { path } = storedOutput.parse(work.output);
  const kept = await media.keepOutput({ task, resultIndex: result.index, startKey: work.startKey, path });
  if ('rejected' in kept) return failed(taskError('OUTPUT_REJECTED', result.provider, kept.rejected));
  return { kind: 'secured', ...kept };
}

/** A task that was cancelled meanwhile has no place for the files: without it nobody would ever delete them. */
async function dropUnwanted(
  { prisma, media }: PollerContext,
  { task, result }: Claim,
  kept: KeptOutput,
): Promise<void> {
  const now = await prisma.videoResult.findUnique({ where: { id: result.id }, select: { status: true } });
  if (now === null || now.status === 'CANCELLED') await media.dropOutput(task, kept);
}

function failed(error: TaskError): ResultChange {
  return { kind: 'failed', error };
}
