import { startWorkLoop } from '../lib/work-loop.js';
import { attemptDelivery, recordOwnFailure, type ReceiverSign, type SenderContext } from './attempt-delivery.js';
import { chooseDeliveries } from './choose-deliveries.js';
import { claimDeliveries, leaseMsOf } from './claim-deliveries.js';
import type { ClaimedDelivery } from './delivery.js';
import { findDueDeliveries } from './find-due-deliveries.js';
import { createReceivers, type ReceiverLimits } from './receivers.js';
import { isUnderWay, startLineWalk } from './walk-lines.js';

export type Sender = AsyncDisposable & { nudge(): void };

/** The longest rest between two looks for deliveries. */
const REST_MS = 500;
/** How long attempts under way may go on once this worker ends; what is broken off then goes again elsewhere. */
const DRAIN_MS = 2_000;
/** Attempts that end within this time make room together: a look for each of them would cost more than it sends. */
const GATHER_MS = 20;

const LIMITS: ReceiverLimits = { total: 256, ofCaller: 128, each: 8 };

/** Sends what is due, each delivery by itself: the next look for others waits for none of them. */
export function startSender(context: SenderContext, limits: ReceiverLimits = LIMITS): Sender {
  const receivers = createReceivers(limits);
  const walk = startLineWalk();
  const leaseMs = leaseMsOf(context.timeoutMs);
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  let gathering: NodeJS.Timeout | null = null;

  function lookSoon(): void {
    gathering ??= setTimeout(() => {
      gathering = null;
      loop.nudge();
    }, GATHER_MS);
  }

  async function send(delivery: ClaimedDelivery): Promise<void> {
    const { callerId, receiver } = delivery;
    receivers.begin(callerId, receiver);
    const sign = await attempt(context, delivery, stopping.signal);
    receivers.end(callerId, receiver, sign);
    lookSoon();
  }

  const loop = startWorkLoop({
    name: 'webhooks',
    restMs: REST_MS,
    logger: context.logger,
    async round() {
      const room = receivers.room();
      if (room.total <= 0) return false;
      const ids = chooseDeliveries(await findDueDeliveries(context.prisma, walk), room);
      const claimed = await claimDeliveries(context.prisma, ids, leaseMs);
      for (const delivery of claimed) {
        const sent = send(delivery).finally(() => underWay.delete(sent));
        underWay.add(sent);
      }
      // Others were quicker. What they claimed makes place for what comes behind it.
      if (claimed.length < ids.length) lookSoon();
      return claimed.length > 0 || isUnderWay(walk);
    },
  });

  return {
    nudge: loop.nudge,
    [Symbol.asyncDispose]: async () => {
      await loop.stop();
      const deadline = setTimeout(() => stopping.abort(), DRAIN_MS);
      await Promise.all(underWay);
      clearTimeout(deadline);
      if (gathering !== null) clearTimeout(gathering);
    },
  };
}

/** Whatever goes wrong here costs this delivery an attempt, and the others nothing. */
async function attempt(context: SenderContext, delivery: ClaimedDelivery, signal: AbortSignal): Promise<ReceiverSign> {
  const fail = (error: unknown): void => {
    context.logger.error(
      { err: error, requestId: delivery.requestId, deliveryId: delivery.id },
      'a webhook could not be attempted',
    );
  };
  try {
    return await attemptDelivery(context, delivery, signal);
  } catch (error) {
    fail(error);
    await recordOwnFailure(context, delivery).catch(fail);
    return { kind: 'unknown' };
  }
}
