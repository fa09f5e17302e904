import { Histogram, type Registry } from 'prom-client';
import type { StepWatch, WatchedClaim } from '../poller/step-watch.js';
import { STEP_SECONDS } from './buckets.js';
import type { OpenSpan, Tracing } from './tracing.js';

/**
 * Counts and traces the steps of the poller. A step belongs to the trace of its task, whichever node takes it; what a
 * step of many tasks asks a service stands in a trace of its own, which names theirs.
 */
export function createStepWatch(registry: Registry, tracing: Tracing): StepWatch {
  const labelNames = ['step', 'provider'] as const;
  const lateness = new Histogram({
    name: 'reelay_step_lateness_seconds',
    help: 'From the time at which a step of a result was due to its claim, by the clock of the store.',
    labelNames,
    buckets: STEP_SECONDS,
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'reelay_step_duration_seconds',
    help: 'From the claim of steps that go together to their outcomes.',
    labelNames,
    buckets: STEP_SECONDS,
    registers: [registry],
  });
  return {
    async run(step, claims, work) {
      if (claims.length === 0) return work();
      const labels = { step: step.name, provider: step.provider };
      for (const { lateMs } of claims) lateness.observe(labels, Math.max(0, lateMs) / 1000);
      const startedAt = performance.now();
      const spans = claims.map((claim) => tracing.begin(spanOf(step, claim), claim.task.traceparent));
      const around = beginAround(tracing, step, claims, spans);
      let problem: string | null = 'threw';
      try {
        const answer = await tracing.within(around, work);
        problem = null;
        return answer;
      } finally {
        for (const span of new Set([...spans, around])) span.end({}, problem);
        seconds.observe(labels, (performance.now() - startedAt) / 1000);
      }
    },
  };
}

type Step = Parameters<StepWatch['run']>[0];

function spanOf({ name, provider }: Step, { task, result }: WatchedClaim) {
  const attributes = {
    'reelay.task.id': task.id,
    'reelay.result.id': result.id,
    'reelay.request.id': task.requestId,
    'reelay.provider': provider,
  };
  return { name, kind: 'internal', attributes } as const;
}

/** The span that a step of one claim is, or one around those of many. */
function beginAround(tracing: Tracing, { name, provider }: Step, claims: readonly WatchedClaim[], spans: OpenSpan[]) {
  const [only, ...others] = spans;
  if (only !== undefined && others.length === 0) return only;
  const links = claims.flatMap(({ task }) => task.traceparent ?? []);
  const attributes = { 'reelay.provider': provider, 'reelay.claims': claims.length };
  return tracing.begin({ name: `${name} together`, kind: 'internal', attributes, links }, null);
}
