import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context, Link, Span, SpanContext } from '@opentelemetry/api';
import type { Logger } from '../lib/logger.js';
import type { OpenSpan, SpanAttributes, SpanStart, Tracing } from './tracing.js';

/** How long the last spans may take to leave. */
const FAREWELL_MS = 3_000;

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Sends traces to an OTLP collector over HTTP, as the standard variables of OpenTelemetry say (endpoint, headers, sampler,
 * service name, batches): the library reads them itself. Nothing of it is loaded before.
 */
export async function openTracing(logger: Logger): Promise<Tracing> {
  const [api, node, { OTLPTraceExporter }, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, diag, DiagLogLevel } = api;
  const tell = (message: string): void => logger.warn({ reason: message }, 'traces are in trouble');
  const silent = (): void => undefined;
  diag.setLogger({ error: tell, warn: tell, info: silent, debug: silent, verbose: silent }, DiagLogLevel.WARN);
  const named = resources.defaultResource().merge(resources.resourceFromAttributes({ 'service.name': 'reelay' }));
  const provider = new node.NodeTracerProvider({
    resource: named.merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new node.BatchSpanProcessor(new OTLPTraceExporter())],
  });
  const tracer = provider.getTracer('reelay');
  const contexts = new WeakMap<OpenSpan, Context>();
  const present = new AsyncLocalStorage<Context>();
  const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL };

  function open({ name, kind, attributes, links = [] }: SpanStart, context: Context): OpenSpan {
    const options = { kind: kinds[kind], attributes: told(attributes), links: links.flatMap(toLink) };
    const span = tracer.startSpan(name, options, context);
    const opened: OpenSpan = {
      traceparent: traceparentOf(span),
      rename: (other) => void span.updateName(other),
      end: (more, problem) => {
        span.setAttributes(told(more));
        if (problem !== null) span.setStatus({ code: SpanStatusCode.ERROR, message: problem });
        span.end();
      },
    };
    contexts.set(opened, trace.setSpan(ROOT_CONTEXT, span));
    return opened;
  }

  return {
    begin(start, parent) {
      const remote = parent === null ? null : readTraceparent(parent);
      return open(start, remote === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote));
    },
    beginWithin: (start) => open(start, present.getStore() ?? ROOT_CONTEXT),
    within: (span, work) => present.run(contexts.get(span) ?? ROOT_CONTEXT, work),
    async [Symbol.asyncDispose]() {
      const flushed = provider.shutdown().catch((error: unknown) => tell(String(error)));
      const late = delay(FAREWELL_MS, 'late' as const, { ref: false });
      if ((await Promise.race([flushed, late])) === 'late') tell('The last spans could not be sent in time.');
      diag.disable();
    },
  };
}

function told(attributes: SpanAttributes): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

function toLink(traceparent: string): Link[] {
  const context = readTraceparent(traceparent);
  return context === null ? [] : [{ context }];
}

function readTraceparent(text: string): SpanContext | null {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(text) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return null;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
}

function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}
