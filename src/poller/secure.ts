import { z } from 'zod';
import type { VideoProvider } from '../providers/provider.js';
import { releaseClaim, type Claim } from '../tasks/claims.js';
import { forgottenAt, isForgotten } from '../tasks/is-forgotten.js';
import type { TaskError } from '../tasks/task.js';
import type { ResultChange } from '../tasks/transitions.js';
import type { KeptOutput } from '../tasks/video-task.js';
import { aboutClaim } from './about-claim.js';
import { claimRound } from './claim-round.js';
import { fetchFinished } from './fetch-finished.js';
import { finish } from './finish.js';
import { judgeOutput } from './judge-output.js';
import type { PollerContext } from './poller-context.js';
import { MAX_ATTEMPTS, taskError, worn } from './task-errors.js';
import { writeOutcome } from './write-outcome.js';

/** Outputs of one provider that are secured at the same time. */
export const SECURE_LANES = 4;
/** After a fault of ours, such as a full disk: five times as long before each further try, 26 minutes in all. */
const TRY_AGAIN_MS = 2_000;
/** A file that cannot be fetched is tried again after a fifth of the time that it has been there. */
const FETCH_AGAIN = { part: 0.2, minMs: 2_000, maxMs: 5 * 60_000 } as const;
/** What is no video may be the page of a server that is not ready, and so may "there is no file": believed after this long. */
const BELIEVE_AFTER_MS = 10 * 60_000;

const storedOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), path: z.string() }),
  // `madeAs`: the provider's id of the operation, where an earlier task's result has it.
  z.object({ kind: z.literal('url'), url: z.string(), madeAs: z.string().nullable().default(null) }),
]);

/**
 * One round of securing: finished outputs become files of ours. Only then is a result completed, or its video uploaded
 * first where its task asks for that.
 */
export function secureRound(
  context: PollerContext,
  providers = context.providers,
  atOnce = SECURE_LANES,
): Promise<boolean> {
  return claimRound(context, { name: 'secure', providers, phases: ['SECURING'], atOnce }, (provider, claim) =>
    secure(context, provider, claim),
  );
}

/** What securing came to; `unwanted`: files of a video that may not stay, to be deleted once its end is written. */
type Secured = { change: ResultChange | 'again'; unwanted: KeptOutput | null };

async function secure(context: PollerContext, provider: VideoProvider, claim: Claim): Promise<void> {
  const { task, work } = claim;
  try {
    const { change, unwanted } =
      work.attempts > MAX_ATTEMPTS ? plain(failed(worn(context, claim))) : await keep(context, provider, claim);
    if (change === 'again') return await fetchAgain(context, claim);
    const written =
      change.kind === 'kept'
        ? await writeOutcome(context, claim, change, { next: { inMs: 0 } })
        : await finish(context, provider, claim, change, null);
    // Whoever moved first may have completed the result with these very files: their ids are the same.
    if (written && unwanted !== null) await context.media.dropOutput(task, unwanted);
    if (!written && (change.kind === 'kept' || change.kind === 'secured'))
      await dropUnwanted(context, provider, claim, change);
  } catch (error) {
    context.logger.error({ err: error, ...aboutClaim(claim) }, 'an output could not be secured; it is tried again');
    await tryAgain(context, claim);
  }
}

function tryAgain({ prisma }: PollerContext, claim: Claim): Promise<void> {
  const inMs = TRY_AGAIN_MS * 5 ** (claim.work.attempts - 1);
  return releaseClaim(prisma, claim, { inMs, held: null, failed: true });
}

/** The video is paid and lies there for a day: an hour without its server costs nothing but patience. */
function fetchAgain({ prisma }: PollerContext, claim: Claim): Promise<void> {
  const { part, minMs, maxMs } = FETCH_AGAIN;
  const inMs = Math.min(maxMs, Math.max(minMs, ageMs(claim) * part));
  return releaseClaim(prisma, claim, { inMs, held: null, failed: false });
}

function ageMs({ work }: Claim): number {
  return work.generatedAt === null ? 0 : Date.now() - work.generatedAt.getTime();
}

/** The video as ours. The paid operation is not touched, however often its file has to be fetched. */
async function keep(context: PollerContext, provider: VideoProvider, claim: Claim): Promise<Secured> {
  const output = storedOutput.parse(claim.work.output);
  if (output.kind === 'file') return keepFile(context, provider, claim, output.path, true);
  const fetched = await fetchFinished(context, provider, claim, output.url);
  if (fetched.kind === 'fetched') {
    await using file = fetched;
    return await keepFile(context, provider, claim, file.path, ageMs(claim) >= BELIEVE_AFTER_MS);
  }
  const { providerTaskId } = claim.result;
  context.logger.warn({ ...aboutClaim(claim), reason: fetched.reason }, 'a finished video could not be fetched');
  const isHopeless = fetched.kind === 'refused' || isForgotten(claim.work.generatedAt);
  if (!isHopeless && (fetched.kind === 'unreachable' || ageMs(claim) < BELIEVE_AFTER_MS)) return plain('again');
  return plain(failed(unreachable(provider, claim, providerTaskId ?? output.madeAs, fetched.reason)));
}

/** The video was made, and is billed. As long as the provider may have it, trying again costs nothing. */
function unreachable({ name }: VideoProvider, { work }: Claim, madeAs: string | null, reason: string): TaskError {
  const where = `The finished video could not be fetched from ${name} (its task ${madeAs ?? 'unknown'}): ${reason}`;
  const until = work.generatedAt === null || isForgotten(work.generatedAt) ? null : forgottenAt(work.generatedAt);
  const hint = until === null ? '' : ` Until ${until.toISOString()} retryVideoTask fetches it again and pays nothing.`;
  return { ...taskError('OUTPUT_UNREACHABLE', name, `${where}${hint}`), billed: true };
}

/**
 * The provider has made it, and bills it, whatever it is worth.
 * @param isFinal whether a file that is no video is believed to be the output.
 */
async function keepFile(
  context: PollerContext,
  { name, capabilities }: VideoProvider,
  claim: Claim,
  path: string,
  isFinal: boolean,
): Promise<Secured> {
  const { media } = context;
  const { task, result, work } = claim;
  const { startKey, attempts: attempt } = work;
  const rejected = (code: 'OUTPUT_REJECTED' | 'INTERNAL', reason: string): TaskError => {
    return { ...taskError(code, name, reason), billed: capabilities.price !== null };
  };
  const kept = await media.keepOutput({ task, result, startKey, path, attempt });
  if ('rejected' in kept) return plain(isFinal ? failed(rejected('OUTPUT_REJECTED', kept.rejected)) : 'again');
  const judgement = await judgeOutput(context, claim, result.sensitive, path);
  if (judgement.kind === 'passed') {
    const kind = task.uploadUrl === null ? 'secured' : 'kept';
    return plain({ kind, ...kept, safetyVerdict: judgement.verdict });
  }
  const error = rejected(judgement.code, judgement.reason);
  return { change: { kind: 'failed', error, safetyVerdict: judgement.verdict }, unwanted: kept };
}

/**
 * A task that was cancelled meanwhile has no place for the files: without it nobody would ever delete them. A paid video
 * is kept all the same, under the same ids, by the stop lane.
 */
async function dropUnwanted(
  { prisma, media }: PollerContext,
  { capabilities }: VideoProvider,
  { task, result }: Claim,
  kept: KeptOutput,
): Promise<void> {
  const select = { status: true, stopping: true, videoAssetId: true } as const;
  const now = await prisma.videoResult.findUnique({ where: { id: result.id }, select });
  const isKeptLate = now?.videoAssetId === kept.videoAssetId || (now?.stopping === true && capabilities.price !== null);
  if (now === null || (now.status === 'CANCELLED' && !isKeptLate)) await media.dropOutput(task, kept);
}

function failed(error: TaskError): ResultChange {
  return { kind: 'failed', error };
}

function plain(change: ResultChange | 'again'): Secured {
  return { change, unwanted: null };
}
