import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhenResult } from 'cockatiel';
import type { Logger } from '../lib/logger.js';
import { repeat } from '../lib/repeat.js';
import type { ProviderName } from '../tasks/task.js';
import type { HealthOutcome, ProviderHealth, SetAsideReason, StartOutcome, VideoProvider } from './provider.js';

export type ProviderHealthOptions = {
  providers: readonly VideoProvider[];
  logger: Logger;
  /** Failing rounds of starts in a row after which a provider is set aside. Default 5. */
  failures?: number;
  /** After this long one start may try again. Default 30,000. */
  tryAgainMs?: number;
  /** How often a provider that refused its key is asked again. Default 60,000. */
  recheckMs?: number;
};

type Guarded = {
  provider: VideoProvider;
  breaker: ReturnType<typeof createBreaker>;
  openedAt: number | null;
  keyIsBad: boolean;
  /** What the last failing round said, for the log. */
  lastTrouble: string | null;
};

/**
 * Watches which providers work. One that keeps failing to take starts is set aside by a circuit breaker, and a single
 * start tries it again after a while; one that refuses its key is set aside until its key check passes. Every key is
 * checked once at the beginning; nothing is spent on the way.
 */
export function watchProviderHealth(options: ProviderHealthOptions): ProviderHealth & AsyncDisposable {
  const { providers, logger, failures = 5, tryAgainMs = 30_000, recheckMs = 60_000 } = options;
  const guards = new Map<ProviderName, Guarded>();
  const closing = new AbortController();
  for (const provider of providers) {
    const breaker = createBreaker(failures, tryAgainMs);
    const guarded: Guarded = { provider, breaker, openedAt: null, keyIsBad: false, lastTrouble: null };
    breaker.onBreak(() => {
      guarded.openedAt = performance.now();
      const reason = guarded.lastTrouble;
      logger.warn({ provider: provider.name, reason }, 'a provider keeps failing and is set aside');
    });
    breaker.onReset(() => {
      guarded.openedAt = null;
      logger.info({ provider: provider.name }, 'a provider works again');
    });
    guards.set(provider.name, guarded);
  }

  const firstCheck = Promise.all([...guards.values()].map((guarded) => checkKey(guarded, closing.signal, logger)));
  const rechecks = repeat(
    async () => {
      await firstCheck;
      const bad = [...guards.values()].filter((guarded) => guarded.keyIsBad);
      await Promise.all(bad.map((guarded) => checkKey(guarded, closing.signal, logger)));
    },
    recheckMs,
    (error) => logger.error({ err: error }, 'a key check failed'),
  );

  function reasonSetAside(name: ProviderName): SetAsideReason | null {
    const guarded = guards.get(name);
    if (guarded?.keyIsBad === true) return 'refuses its key';
    if (guarded?.breaker.state === CircuitState.Closed) return null;
    const openedAt = guarded?.openedAt ?? null;
    return openedAt !== null && performance.now() - openedAt >= tryAgainMs ? null : 'keeps failing';
  }

  return {
    isAvailable: (name) => reasonSetAside(name) === null,
    reasonSetAside,
    isOnTrial: (name) => guards.get(name)?.breaker.state !== CircuitState.Closed,
    async runStarts(name, start) {
      const guarded = guards.get(name);
      if (guarded === undefined || guarded.keyIsBad) return null;
      try {
        const outcomes = await guarded.breaker.execute(async () => {
          const all = await start();
          guarded.lastTrouble = all.map(troubleOf).findLast((message) => message !== null) ?? null;
          return all;
        });
        if (outcomes.some(refusedKey)) void checkKey(guarded, closing.signal, logger);
        return outcomes;
      } catch (error) {
        if (error instanceof BrokenCircuitError) return null;
        throw error;
      }
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await firstCheck;
      await rechecks[Symbol.asyncDispose]();
    },
  };
}

function createBreaker(failures: number, tryAgainMs: number) {
  const policy = handleWhenResult(
    (outcomes) =>
      Array.isArray(outcomes) && outcomes.length > 0 && outcomes.every((outcome) => troubleOf(outcome) !== null),
  );
  return circuitBreaker(policy, { halfOpenAfter: tryAgainMs, breaker: new ConsecutiveBreaker(failures) });
}

/** What an outcome says against the provider rather than against the request; null when it says nothing. */
function troubleOf(outcome: StartOutcome): string | null {
  if (outcome.kind === 'unknown') return outcome.message;
  if (outcome.kind !== 'busy' && outcome.kind !== 'refused') return null;
  const codes = outcome.kind === 'busy' ? ['PROVIDER_UNAVAILABLE'] : ['PROVIDER_AUTH', 'PROVIDER_BALANCE'];
  return codes.includes(outcome.error.code) ? outcome.error.message : null;
}

function refusedKey(outcome: StartOutcome): boolean {
  return outcome.kind === 'refused' && outcome.error.code === 'PROVIDER_AUTH';
}

/** An unanswered check says nothing about the key. */
async function checkKey(guarded: Guarded, signal: AbortSignal, logger: Logger): Promise<void> {
  const { provider, keyIsBad } = guarded;
  const outcome = await askHealth(provider, signal, logger);
  if (signal.aborted) return;
  if (outcome.kind === 'refused' && !keyIsBad) {
    logger.error({ provider: provider.name, reason: outcome.message }, 'a provider refuses its key and is set aside');
  }
  if (outcome.kind === 'healthy' && keyIsBad)
    logger.info({ provider: provider.name }, 'a provider takes its key again');
  if (outcome.kind !== 'unanswered') guarded.keyIsBad = outcome.kind === 'refused';
}

/** Adapters do not throw for upstream trouble, so whatever they throw is a bug: it is logged and counts as no answer. */
async function askHealth(provider: VideoProvider, signal: AbortSignal, logger: Logger): Promise<HealthOutcome> {
  try {
    return await provider.health(signal);
  } catch (error) {
    logger.error({ err: error, provider: provider.name }, 'a provider threw instead of answering');
    return { kind: 'unanswered', message: 'The key check threw.' };
  }
}
