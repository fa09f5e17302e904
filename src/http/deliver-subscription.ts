import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
} from 'graphql';
import type { SharePayloads } from './share-payloads.js';

/** One subscription of one socket. */
export type Delivery = {
  /** As the client named it. */
  id: string;
  /** Equal for those who see the same in the same event: caller, document and variables. */
  key: string;
  /** Resolves when the next frame may follow. */
  send(frame: string): Promise<void>;
};

export type DeliverySources = {
  share: SharePayloads;
  /** Makes the errors of a result fit to leave. */
  mask(result: ExecutionResult): FormattedExecutionResult;
};

/**
 * Runs a subscription and sends its events itself, so that equal ones cost one execution and one serialisation: only
 * the frame's id differs. The protocol library gets an iterator that has no values and ends with the subscription.
 */
export async function deliverSubscription(
  { share, mask }: DeliverySources,
  args: ExecutionArgs,
  { id, key, send }: Delivery,
): Promise<AsyncIterableIterator<never> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  let open = true;

  async function deliver(): Promise<void> {
    for (;;) {
      const { done = false, value } = await events.next();
      if (done || !open) return;
      if (typeof value !== 'object' || value === null) throw new Error('A feed gave something that is no event.');
      const payload = await share(value, key, async () => mask(await execute({ ...args, rootValue: value })));
      // The reader may have left meanwhile: nothing may follow its farewell.
      if (open) await send(`${head}${payload}}`);
    }
  }

  const end = { done: true, value: undefined } as const;
  const delivery: AsyncIterableIterator<never> = {
    next: async () => {
      await deliver();
      return end;
    },
    return: async () => {
      open = false;
      await events.return?.();
      return end;
    },
    [Symbol.asyncIterator]: () => delivery,
  };
  return delivery;
}
