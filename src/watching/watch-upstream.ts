import { Counter, Histogram, type Registry } from 'prom-client';
import type { UpstreamAnswer, WatchUpstream } from '../providers/upstream-client.js';
import type { ProviderName } from '../tasks/task.js';
import { UPSTREAM_SECONDS } from './buckets.js';
import type { Tracing } from './tracing.js';

/**
 * Counts and traces requests to services. Their spans are children of the step that asks; the trace itself is not told to
 * the service, which is somebody else's.
 */
export function createUpstreamWatch(registry: Registry, tracing: Tracing): (provider: ProviderName) => WatchUpstream {
  const requests = new Counter({
    name: 'reelay_upstream_requests_total',
    help: 'Requests to services; outcome is the class of the status, lost, or not-sent.',
    labelNames: ['provider', 'action', 'outcome'] as const,
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'reelay_upstream_request_duration_seconds',
    help: 'From a request to a service to the end of its answer.',
    labelNames: ['provider', 'action'] as const,
    buckets: UPSTREAM_SECONDS,
    registers: [registry],
  });
  return (provider) => async (action, send) => {
    const attributes = { 'reelay.provider': provider, 'reelay.action': action };
    const span = tracing.beginWithin({ name: `${provider} ${action}`, kind: 'client', attributes });
    const startedAt = performance.now();
    let outcome = 'threw';
    try {
      const answer = await send();
      outcome = outcomeOf(answer);
      return answer;
    } finally {
      requests.inc({ provider, action, outcome });
      seconds.observe({ provider, action }, (performance.now() - startedAt) / 1000);
      span.end({ 'reelay.outcome': outcome }, outcome === '2xx' ? null : outcome);
    }
  };
}

function outcomeOf(answer: UpstreamAnswer): string {
  if (answer.kind !== 'answered') return answer.kind;
  return answer.status === 429 ? '429' : `${Math.floor(answer.status / 100)}xx`;
}
