import type { VideoProvider } from '../providers/provider.js';
import type { PollerContext } from './poller-context.js';

/** How long a worker keeps others off an operation that lives in its own process; renewed by every check. */
const HOLD_MS = 10_000;

/** What keeps others off an operation that only this worker can look up; null where everybody can. */
export function holdOperation({ worker }: PollerContext, { capabilities }: VideoProvider) {
  return capabilities.operationsAreLocal ? { by: worker, forMs: HOLD_MS } : null;
}
