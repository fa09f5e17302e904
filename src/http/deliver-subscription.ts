import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
} from 'graphql';
import type { SharePayloads } from './share-payloads.js';

/** One subscription of one client. */
export type Delivery = {
  args: ExecutionArgs;
  /** Equal for those who see the same in the same event: caller, document and variables. */
  key: string;
  /** Sends a payload, as JSON, in the frame of its protocol. Resolves when the next one may follow. */
  send(payload: string): Promise<void>;
};

export type DeliverySources = {
  share: SharePayloads;
  /** Makes the errors of a result fit to leave. */
  mask(result: ExecutionResult): FormattedExecutionResult;
};

/** A subscription under way. `done` resolves when its feed has ended, or was stopped; it rejects when the feed broke. */
export type RunningSubscription = { kind: 'running'; done: Promise<void>; stop(): Promise<void> };

/** Runs a subscription and sends its events itself, so that equal ones cost one execution and one serialisation. */
export async function deliverSubscription(
  { share, mask }: DeliverySources,
  { args, key, send }: Delivery,
): Promise<RunningSubscription | { kind: 'refused'; result: ExecutionResult }> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return { kind: 'refused', result: source };
  const events = source[Symbol.asyncIterator]();
  let open = true;

  async function deliver(): Promise<void> {
    for (;;) {
      const { done = false, value } = await events.next();
      if (done || !open) return;
      if (typeof value !== 'object' || value === null) throw new Error('A feed gave something that is no event.');
      const payload = await share(value, key, async () => mask(await execute({ ...args, rootValue: value })));
      // The reader may have left meanwhile: nothing may follow its farewell.
      if (open) await send(payload);
    }
  }

  return {
    kind: 'running',
    done: deliver(),
    stop: async () => {
      open = false;
      await events.return?.();
    },
  };
}
