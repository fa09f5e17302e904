import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
} from 'graphql';
import { isFeed, type Feed } from '../lib/feed.js';
import type { HttpWatch } from './http-watch.js';
import type { SharePayloads } from './share-payloads.js';

/** One subscription of one client. */
export type Delivery = {
  args: ExecutionArgs;
  /** Quoted in errors. */
  requestId: string;
  /** Called when it runs; one that is refused is told otherwise. */
  begun(): void;
  /** Equal for those who see the same in the same event: caller, document and variables. */
  key: string;
  /** Sends a payload, as JSON, in the frame of its protocol. Null when the next one may follow at once. */
  send(payload: string): Promise<void> | null;
};

export type DeliverySources = {
  share: SharePayloads;
  /** Makes the errors of a result fit to leave. */
  mask(result: ExecutionResult, requestId: string): FormattedExecutionResult;
  watch: Pick<HttpWatch, 'subscriptionOpened' | 'messageSent' | 'eventRendered'>;
};

/** A subscription under way. `done` resolves when its feed has ended, or was stopped; it rejects when the feed broke. */
export type RunningSubscription = { kind: 'running'; done: Promise<void>; stop(): Promise<void> };

/** Runs a subscription and sends its events itself, so that equal ones cost one execution and one serialisation. */
export async function deliverSubscription(
  sources: DeliverySources,
  delivery: Delivery,
): Promise<RunningSubscription | { kind: 'refused'; result: ExecutionResult }> {
  const source = await createSourceEventStream(delivery.args);
  if (!(Symbol.asyncIterator in source)) return { kind: 'refused', result: source };
  if (!isFeed(source)) throw new Error('A subscription gave something that is no feed.');
  const feed = source;
  const open = { isOpen: true };
  delivery.begun();
  const closed = sources.watch.subscriptionOpened();
  const done = new Promise<void>((resolve, reject) => pump(sources, delivery, feed, open, resolve, reject));
  return {
    kind: 'running',
    done: done.finally(closed),
    stop: async () => {
      open.isOpen = false;
      await feed.return?.();
    },
  };
}

/**
 * Sends what the feed has, one event after the other, and goes on when there is more or the reader has room again. Calls
 * back instead of awaiting: ten thousand subscriptions that get an event at the same time take a turn of the event loop
 * each for every promise.
 */
function pump(
  { share, mask, watch }: DeliverySources,
  { args, requestId, key, send }: Delivery,
  feed: Feed<object>,
  state: { isOpen: boolean },
  resolve: () => void,
  reject: (error: unknown) => void,
): void {
  const sinceMs = Date.now();
  const executeEvent = async (event: object): Promise<FormattedExecutionResult> => {
    const result = mask(await execute({ ...args, rootValue: event }), requestId);
    watch.eventRendered(event, sinceMs);
    return result;
  };

  function goOn(): void {
    try {
      for (let event = feed.take(); event !== null; event = feed.take()) {
        const payload = share(event, key, executeEvent);
        const sent = typeof payload === 'string' ? deliver(payload) : payload.then(deliver);
        if (sent !== null) return void sent.then(goOn, reject);
      }
      const end = feed.ended();
      if (end === null) feed.whenReady(goOn);
      else if (end.error === null) resolve();
      else reject(end.error);
    } catch (error) {
      reject(error);
    }
  }

  /** The reader may have left meanwhile: nothing may follow its farewell. */
  function deliver(payload: string): Promise<void> | null {
    if (!state.isOpen) return null;
    watch.messageSent();
    return send(payload);
  }

  goOn();
}
