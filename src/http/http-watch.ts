import type { OperationName } from '../graphql/name-operation.js';
import type { Trail } from '../lib/trail.js';

/** An operation under way. */
type WatchedOperation = {
  /** Of whatever it makes: in traces, that belongs to this operation. */
  trail: Trail;
  /**
   * It was answered; of a subscription, it began. Only the first call counts.
   * @param code of its first error; null = it has none.
   */
  end(name: OperationName | null, code: string | null): void;
};

/** Is told of what goes in and out. */
export type HttpWatch = {
  /** `route` is its pattern; null = there is no such route. */
  requestEnded(method: string, route: string | null, status: number, seconds: number): void;
  beginOperation(trail: Trail): WatchedOperation;
  /** An operation was let through that costs so much; null = its variables do not fit. */
  charged(points: number | null): void;
  /** Returns how to tell that it is closed. */
  socketOpened(): () => void;
  /** Returns how to tell that it has ended. */
  subscriptionOpened(): () => void;
  /** A message left for one subscriber. */
  messageSent(): void;
  /** An event is ready for those who watch since then, in milliseconds since 1970; equal subscriptions share it. */
  eventRendered(event: object, watchedSinceMs: number): void;
};
