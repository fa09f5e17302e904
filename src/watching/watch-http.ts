import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { HttpWatch } from '../http/http-watch.js';
import { ANSWER_SECONDS, LAG_SECONDS } from './buckets.js';
import { countedWith } from './counted.js';
import type { Tracing } from './tracing.js';

/** Counts and traces what goes in and out. What happens for each message of a subscription only adds to a number. */
export function createHttpWatch(registry: Registry, tracing: Tracing): HttpWatch {
  const registers = [registry];
  const requests = new Counter({
    name: 'reelay_http_requests_total',
    help: 'Requests that were answered, by route.',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'reelay_http_request_duration_seconds',
    help: 'From a request to the end of its answer; event streams last as long as they are watched.',
    labelNames: ['method', 'route'] as const,
    buckets: ANSWER_SECONDS,
    registers,
  });
  const operations = new Counter({
    name: 'reelay_graphql_operations_total',
    help: 'Operations that were answered, over all transports; code is OK or that of the first error.',
    labelNames: ['type', 'field', 'code'] as const,
    registers,
  });
  const operationSeconds = new Histogram({
    name: 'reelay_graphql_operation_duration_seconds',
    help: 'From an operation to its answer; of a subscription, to its begin.',
    labelNames: ['type', 'field'] as const,
    buckets: ANSWER_SECONDS,
    registers,
  });
  const lag = new Histogram({
    name: 'reelay_event_lag_seconds',
    help: 'From the commit of an event to its message for those who watch, by the clocks of store and node.',
    buckets: LAG_SECONDS,
    registers,
  });
  const counted = countedWith(registry);
  const points = counted(Counter, 'reelay_graphql_points_total', 'What operations cost in points.');
  const messages = counted(Counter, 'reelay_subscription_messages_total', 'Messages to subscribers.');
  const sockets = counted(Gauge, 'reelay_sockets_open', 'WebSockets that are open.');
  const subscriptions = counted(Gauge, 'reelay_subscriptions_open', 'Subscriptions that are open.');

  return {
    requestEnded(method, route, status, seconds) {
      const known = { method, route: route ?? 'none' };
      requests.inc({ ...known, status });
      requestSeconds.observe(known, seconds);
    },
    beginOperation({ requestId, traceparent }) {
      const attributes = { 'reelay.request.id': requestId };
      const span = tracing.begin({ name: 'graphql', kind: 'server', attributes }, traceparent);
      const startedAt = performance.now();
      let isOver = false;
      return {
        trail: { requestId, traceparent: span.traceparent ?? traceparent },
        end(name, code) {
          if (isOver) return;
          isOver = true;
          const { type, field } = name ?? { type: 'unknown', field: 'unknown' };
          operations.inc({ type, field, code: code ?? 'OK' });
          operationSeconds.observe({ type, field }, (performance.now() - startedAt) / 1000);
          span.rename(`${type} ${field}`);
          span.end({ 'graphql.operation.type': type, 'reelay.root_field': field }, code);
        },
      };
    },
    charged: (cost) => points.add(cost ?? 0),
    socketOpened: () => openedIn(sockets),
    subscriptionOpened: () => openedIn(subscriptions),
    messageSent: () => messages.add(1),
    eventRendered(item, watchedSinceMs) {
      const at = committedAt(item) ?? ('event' in item ? committedAt(item.event) : null);
      if (at === null || at.getTime() < watchedSinceMs) return;
      lag.observe(Math.max(0, Date.now() - at.getTime()) / 1000);
    },
  };
}

/** When an event was committed; null = it is none, as snapshots are none. */
function committedAt(item: unknown): Date | null {
  const isEvent = typeof item === 'object' && item !== null && 'type' in item && 'at' in item;
  return isEvent && item.type !== 'SNAPSHOT' && item.at instanceof Date ? item.at : null;
}

/** Counts something as open until the returned function is called. */
function openedIn(gauge: { add(more: number): void }): () => void {
  let isOpen = true;
  gauge.add(1);
  return () => {
    if (isOpen) gauge.add(-1);
    isOpen = false;
  };
}
