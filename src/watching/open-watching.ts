import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { PrismaClient } from '../database/generated/client.js';
import type { HttpWatch } from '../http/http-watch.js';
import type { Logger } from '../lib/logger.js';
import type { StepWatch } from '../poller/step-watch.js';
import type { ProviderHealth, VideoProvider } from '../providers/provider.js';
import type { WatchUpstream } from '../providers/upstream-client.js';
import type { Announcer } from '../tasks/announcer.js';
import type { ProviderName } from '../tasks/task.js';
import type { AttemptWatch } from '../webhooks/attempt-watch.js';
import { countWork } from './count-work.js';
import { createTaskCount } from './count-tasks.js';
import { openTracing } from './open-tracing.js';
import { NO_TRACING } from './tracing.js';
import { createAttemptWatch } from './watch-attempts.js';
import { createHttpWatch } from './watch-http.js';
import { createStepWatch } from './watch-steps.js';
import { createUpstreamWatch } from './watch-upstream.js';

/** What Prometheus reads. */
type Scrape = { contentType: string; read(): Promise<string> };

/** Everybody who is told what happens here. Disposing sends what was traced last. */
export type Watching = AsyncDisposable & {
  http: HttpWatch;
  steps: StepWatch;
  attempts: AttemptWatch;
  upstream(provider: ProviderName): WatchUpstream;
  /** Counts what an announcer is told, and passes it on. */
  announced(announcer: Announcer): Announcer;
  /** Also tells which providers take new starts. */
  providers(providers: readonly VideoProvider[], health: ProviderHealth): void;
  scrape: Scrape;
};

/** Makes metrics and, where it is on, traces of what happens on this node. */
export async function openWatching(options: {
  prisma: PrismaClient;
  tracing: boolean;
  logger: Logger;
}): Promise<Watching> {
  const registry = new Registry();
  const tracing = options.tracing ? await openTracing(options.logger) : NO_TRACING;
  collectDefaultMetrics({ register: registry });
  countWork(registry, options.prisma);
  return {
    http: createHttpWatch(registry, tracing),
    steps: createStepWatch(registry, tracing),
    attempts: createAttemptWatch(registry, tracing),
    upstream: createUpstreamWatch(registry, tracing),
    announced: createTaskCount(registry),
    providers: (providers, health) => tellAvailable(registry, providers, health),
    scrape: { contentType: registry.contentType, read: () => registry.metrics() },
    [Symbol.asyncDispose]: () => tracing[Symbol.asyncDispose](),
  };
}

function tellAvailable(registry: Registry, providers: readonly VideoProvider[], health: ProviderHealth): void {
  const available: Gauge<'provider'> = new Gauge({
    name: 'reelay_provider_available',
    help: 'Whether a provider takes new starts: 1, or 0 while it is set aside.',
    labelNames: ['provider'] as const,
    registers: [registry],
    collect: () => providers.forEach(({ name }) => available.set({ provider: name }, health.isAvailable(name) ? 1 : 0)),
  });
}
