import type { PostOutcome } from '../lib/safe-post.js';
import type { ClaimedDelivery } from './delivery.js';

/** Is told of attempts: makes one, and passes on what came of it. */
export type AttemptWatch = (
  delivery: Pick<ClaimedDelivery, 'id' | 'taskId' | 'requestId' | 'traceparent'>,
  attempt: () => Promise<PostOutcome>,
) => Promise<PostOutcome>;
