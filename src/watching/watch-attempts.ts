import { Counter, Histogram, type Registry } from 'prom-client';
import type { PostOutcome } from '../lib/safe-post.js';
import type { AttemptWatch } from '../webhooks/attempt-watch.js';
import { UPSTREAM_SECONDS } from './buckets.js';
import type { Tracing } from './tracing.js';

/** Counts and traces attempts to deliver webhooks. They belong to the traces of their tasks. */
export function createAttemptWatch(registry: Registry, tracing: Tracing): AttemptWatch {
  const attempts = new Counter({
    name: 'reelay_webhook_attempts_total',
    help: 'Attempts to deliver a message; outcome is the class of the status, or unanswered.',
    labelNames: ['outcome'] as const,
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'reelay_webhook_attempt_duration_seconds',
    help: 'From an attempt to the end of its answer.',
    buckets: UPSTREAM_SECONDS,
    registers: [registry],
  });
  return async ({ id, taskId, requestId, traceparent }, attempt) => {
    const attributes = { 'reelay.delivery.id': id, 'reelay.task.id': taskId, 'reelay.request.id': requestId };
    const span = tracing.begin({ name: 'webhook', kind: 'client', attributes }, traceparent);
    const startedAt = performance.now();
    let outcome = 'threw';
    try {
      const answer = await attempt();
      outcome = outcomeOf(answer);
      return answer;
    } finally {
      attempts.inc({ outcome });
      seconds.observe((performance.now() - startedAt) / 1000);
      span.end({ 'reelay.outcome': outcome }, outcome === '2xx' ? null : outcome);
    }
  };
}

function outcomeOf(answer: PostOutcome): string {
  return answer.kind === 'unanswered' ? answer.kind : `${Math.floor(answer.status / 100)}xx`;
}
