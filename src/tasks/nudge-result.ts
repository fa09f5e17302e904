import type { PrismaClient } from '../database/generated/client.js';
import type { StartOutcome, VideoProvider } from '../providers/provider.js';
import type { Announcer } from './announcer.js';
import { applyOutcome, keepLateOperation } from './change-result.js';

type Context = { prisma: PrismaClient; announcer: Announcer };

/**
 * A provider says that an operation has moved: its next check is due now. A check under way loses its claim, as its
 * answer may be older than the callback. A start without an answer takes the operation that the callback names.
 */
export async function nudgeResult(
  context: Context,
  provider: VideoProvider,
  startKey: string,
  body: unknown,
): Promise<void> {
  const moved = await context.prisma.$executeRaw`
    UPDATE video_results SET due_at = now(), lease = NULL, attempts = 0
    WHERE start_key = ${startKey}::uuid AND provider = ${provider.name}::"Provider"
      AND (phase = 'GENERATING' OR (phase = 'DONE' AND stopping)) AND operation IS NOT NULL AND due_at IS NOT NULL`;
  if (moved > 0) return context.announcer.workDue();
  const told = provider.readCallback(body);
  if (told?.kind === 'started') await adopt(context, provider, startKey, told);
}

/**
 * Only for a result that was sent and has no answer yet, and only an operation that no other result has. The answer may
 * still be awaited, or its worker dead: the callback proves the start as well as it does, and may be the only one to come.
 */
async function adopt(
  { prisma, announcer }: Context,
  provider: VideoProvider,
  startKey: string,
  { operation, providerTaskId, actualPrompt, answer }: StartOutcome & { kind: 'started' },
): Promise<void> {
  const result = await prisma.videoResult.findUnique({ where: { startKey } });
  if (result === null || result.provider !== provider.name || result.sentAt === null) return;
  if ((await prisma.videoResult.count({ where: { provider: provider.name, providerTaskId } })) > 0) return;
  // Cancelled, or given up, while its start was on the wire: it is paid, so its video is waited for.
  if (result.phase === 'DONE')
    return void (await keepLateOperation(prisma, announcer, result.id, { operation, providerTaskId }));
  const lease = crypto.randomUUID();
  const claimed = await prisma.$executeRaw`
    UPDATE video_results SET lease = ${lease}::uuid, due_at = now() + interval '10 seconds'
    WHERE id = ${result.id} AND phase IN ('STARTING', 'START_UNKNOWN')`;
  if (claimed === 0) return;
  await applyOutcome(prisma, announcer, {
    resultId: result.id,
    taskId: result.taskId,
    index: result.index,
    lease,
    change: { kind: 'started', providerTaskId, actualPrompt, etaSeconds: null },
    next: { inMs: 0 },
    operation,
    answer,
    deadlineInMs: provider.capabilities.deadlineSeconds * 1000,
  });
}
