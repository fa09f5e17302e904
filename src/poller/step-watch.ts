import type { ProviderName } from '../tasks/task.js';
import type { Trail } from '../lib/trail.js';
import type { NamedClaim } from './about-claim.js';

/** What is done with a claim. */
export type StepName = 'start' | 'recover' | 'check' | 'secure' | 'upload' | 'stop';

/** A claim, and by what its task is found. */
export type WatchedClaim = NamedClaim & { task: { traceparent: Trail['traceparent'] }; lateMs: number };

/** Is told of steps. */
export interface StepWatch {
  /** Does a step of claims of one provider, all at the same time, and passes on what it comes to. */
  run<Answer>(
    step: { name: StepName; provider: ProviderName },
    claims: readonly WatchedClaim[],
    work: () => Promise<Answer>,
  ): Promise<Answer>;
}
