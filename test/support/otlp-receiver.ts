import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const attribute = z.object({
  key: z.string(),
  value: z.object({ stringValue: z.string().optional() }).loose(),
});
const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(attribute).transform((list) => new Map(list.map(({ key, value }) => [key, value.stringValue]))),
});
const exportSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute) }),
      scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })),
    }),
  ),
});

/** A span as a collector gets it, with the name of the service that sent it. */
export type ReceivedSpan = z.infer<typeof spanSchema> & { service: string };

/** A collector of OpenTelemetry: takes OTLP over HTTP as JSON. Disposing ends it. */
export type OtlpReceiver = AsyncDisposable & {
  /** Without a slash at the end; traces are taken at /v1/traces. */
  url: string;
  spans: ReceivedSpan[];
  /** Everything it was sent, as text, headers included. */
  raw: string[];
};

export async function openOtlpReceiver(): Promise<OtlpReceiver> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      receiver.raw.push(JSON.stringify(request.headers), body);
      const parsed = exportSchema.safeParse(JSON.parse(body));
      if (request.url !== '/v1/traces' || !parsed.success) return response.writeHead(400).end();
      for (const { resource, scopeSpans } of parsed.data.resourceSpans) {
        const named = resource.attributes.find(({ key }) => key === 'service.name');
        const service = named?.value.stringValue ?? '';
        receiver.spans.push(...scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ ...span, service }))));
      }
      return response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const receiver: OtlpReceiver = {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    spans: [],
    raw: [],
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
