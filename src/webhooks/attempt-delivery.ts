import type { PrismaClient } from '../database/generated/client.js';
import type { Logger } from '../lib/logger.js';
import { postSafely, type PostOutcome } from '../lib/safe-post.js';
import { requestIdHeader } from '../lib/trail.js';
import { isCostSettled } from '../tasks/is-cost-settled.js';
import type { AttemptWatch } from './attempt-watch.js';
import { leaseMsOf, releaseDelivery, renewDelivery } from './claim-deliveries.js';
import type { ClaimedDelivery } from './delivery.js';
import { makeBody, type RenderEvent } from './make-body.js';
import { nextAttemptMs } from './next-attempt.js';
import { disableWebhook, recordAttempt, recordDisabled, type AttemptOutcome, type Next } from './record-attempt.js';
import { signHeaders } from './signed-headers.js';
import { openWebhookUrl, type AddressRoom } from './webhook-address.js';
import { findSigningSecrets } from './webhook-secret.js';

export type SenderContext = AddressRoom & {
  prisma: PrismaClient;
  renderEvent: RenderEvent;
  /** Of one attempt, from the look-up of the name to the end of the answer. */
  timeoutMs: number;
  watchAttempt: AttemptWatch;
  logger: Logger;
};

/** What an attempt tells of its receiver; `unknown` when nothing was sent. */
export type ReceiverSign = { kind: 'well' } | { kind: 'ill'; restMs: number } | { kind: 'unknown' };

/** Ends of tasks. A completed one may have results that failed, and are still asked about. */
const TOLD_WITH_COSTS = ['video_task.completed', 'video_task.failed', 'video_task.cancelled'];
/** How long the end of a task waits for its costs, and how long between two looks. */
const SETTLING_MS = 10 * 60_000;
const SETTLING_LOOKS_MS = { min: 250, max: 15_000 };
/** Whatever the schedule says, nothing is tried for longer: where thousands wait for a receiver, their turns come late. */
const GIVE_UP_MS = 96 * 60 * 60 * 1000;
/** What is left of a claim when its attempt is over must do for writing what came of it. */
const WRITE_MS = 3_000;
const GONE = 410;
/** Statuses whose `Retry-After` is meant for all that would be sent. */
const BUSY = [429, 503];

/** Makes one attempt of a delivery and writes what came of it. */
export async function attemptDelivery(
  context: SenderContext,
  delivery: ClaimedDelivery,
  signal: AbortSignal,
): Promise<ReceiverSign> {
  const { prisma } = context;
  if (delivery.isDisabled) {
    await recordDisabled(prisma, delivery);
    return { kind: 'unknown' };
  }
  const settlesInMs = await untilSettled(prisma, delivery);
  if (settlesInMs !== null) {
    await releaseDelivery(prisma, delivery, settlesInMs);
    return { kind: 'unknown' };
  }
  const url = openWebhookUrl(context, delivery.callerId, delivery.url);
  if (url === null) {
    const error = 'The address was stored with another signing secret and cannot be read.';
    await recordAttempt(prisma, delivery, unsent(error), { kind: 'over', status: 'FAILED' });
    return { kind: 'unknown' };
  }
  const body = await makeBody(context.renderEvent, delivery);
  if (!(await holdForAttempt(context, delivery))) return { kind: 'unknown' };
  const startedAt = performance.now();
  const attempt = () => post(context, delivery, url.href, body, signal);
  const outcome = await context.watchAttempt(delivery, attempt);
  // Whether it was received is not known: it goes again, with the same id, from wherever this worker's work goes on.
  if (signal.aborted && outcome.kind === 'unanswered') {
    await releaseDelivery(prisma, delivery, 0);
    return { kind: 'unknown' };
  }
  return write(context, delivery, outcome, Math.round(performance.now() - startedAt));
}

/**
 * A slow store may have used up what the claim has to spare: then its lease begins anew. False when another worker has
 * taken it over meanwhile.
 */
async function holdForAttempt({ prisma, timeoutMs }: SenderContext, delivery: ClaimedDelivery): Promise<boolean> {
  const spareMs = delivery.leaseEndsAt - performance.now() - timeoutMs;
  return spareMs > WRITE_MS || renewDelivery(prisma, delivery, leaseMsOf(timeoutMs));
}

/** How long the end of a task waits for the next look at its costs; null when there is nothing to wait for. */
async function untilSettled(
  prisma: PrismaClient,
  { taskId, type, createdAt, now }: ClaimedDelivery,
): Promise<number | null> {
  const ageMs = now.getTime() - createdAt.getTime();
  if (taskId === null || !TOLD_WITH_COSTS.includes(type) || ageMs > SETTLING_MS) return null;
  if (await isCostSettled(prisma, taskId)) return null;
  return Math.min(SETTLING_LOOKS_MS.max, Math.max(SETTLING_LOOKS_MS.min, ageMs / 2));
}

async function post(
  context: SenderContext,
  { id, callerId, requestId }: ClaimedDelivery,
  url: string,
  body: string,
  signal: AbortSignal,
): Promise<PostOutcome> {
  const { timeoutMs, allowPrivateUrls: allowPrivate } = context;
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'reelay',
    accept: '*/*',
    'accept-encoding': 'identity',
    ...requestIdHeader(requestId),
    ...signHeaders(await findSigningSecrets(context, callerId), { id, at: new Date(), body }),
  };
  return postSafely(url, body, headers, { allowPrivate, totalTimeoutMs: timeoutMs, idleTimeoutMs: timeoutMs, signal });
}

async function write(
  { prisma, logger }: SenderContext,
  delivery: ClaimedDelivery,
  outcome: PostOutcome,
  latencyMs: number,
): Promise<ReceiverSign> {
  const { id: deliveryId, requestId, taskId, webhookId, failures } = delivery;
  const [status, excerpt] = outcome.kind === 'answered' ? [outcome.status, outcome.excerpt] : [null, null];
  const error = explainFailure(outcome);
  const written = { latencyMs, statusCode: status, error, responseExcerpt: excerpt };
  if (error === null) {
    await recordAttempt(prisma, delivery, written, { kind: 'over', status: 'DELIVERED' });
    return { kind: 'well' };
  }
  logger.info(
    { requestId, taskId, deliveryId, webhookId, status, error, failures: failures + 1 },
    'a webhook was not delivered',
  );
  if (status === GONE) {
    await recordAttempt(prisma, delivery, written, { kind: 'over', status: 'DISABLED' });
    await disableWebhook(prisma, webhookId);
    return { kind: 'well' };
  }
  const isBusy = outcome.kind === 'answered' && BUSY.includes(outcome.status);
  const askedMs = isBusy ? outcome.retryAfterMs : null;
  await recordAttempt(prisma, delivery, written, nextOf(delivery, askedMs));
  return { kind: 'ill', restMs: askedMs ?? 0 };
}

/** What is wrong with how an attempt ended; null when nothing is. */
function explainFailure(outcome: PostOutcome): string | null {
  if (outcome.kind === 'unanswered') return outcome.reason;
  const { status } = outcome;
  if (status >= 200 && status < 300) return null;
  const answered = `The server answered with status ${status}`;
  if (status === GONE) return `${answered}: this address is gone, and nothing more is sent there.`;
  return status >= 300 && status < 400 ? `${answered}, and redirects are not followed.` : `${answered}.`;
}

function nextOf({ failures, queuedAt, now }: ClaimedDelivery, askedMs: number | null): Next {
  const inMs = nextAttemptMs(failures + 1, askedMs, Math.random());
  const isTooOld = now.getTime() - queuedAt.getTime() > GIVE_UP_MS;
  return inMs === null || isTooOld ? { kind: 'over', status: 'FAILED' } : { kind: 'again', inMs };
}

function unsent(error: string): AttemptOutcome {
  return { latencyMs: 0, statusCode: null, error, responseExcerpt: null };
}

/** Notes that this gateway itself failed: the delivery goes on as if its receiver had. */
export async function recordOwnFailure({ prisma }: SenderContext, delivery: ClaimedDelivery): Promise<void> {
  const error = 'The gateway could not make this message; its log says more.';
  await recordAttempt(prisma, delivery, unsent(error), nextOf(delivery, null));
}
