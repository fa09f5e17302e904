import type { ProviderCapabilities } from '../providers/provider.js';

/** How long a worker keeps others off an operation that lives in its own process; renewed by every check. */
export const HOLD_MS = 10_000;

const LOCAL_CHECK_MS = 400;

/** How long after its start an operation is looked up first. */
export function firstCheckDelayMs(capabilities: ProviderCapabilities): number {
  return capabilities.operationsAreLocal ? LOCAL_CHECK_MS : 15_000;
}

/** How long after a check the next one follows. Asking an operation of this process costs nothing but the write. */
export function nextCheckDelayMs(capabilities: ProviderCapabilities): number {
  return capabilities.operationsAreLocal ? LOCAL_CHECK_MS : 10_000;
}
