/** What a span tells of its work. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean | null>>;

export type SpanStart = {
  name: string;
  /** `server`: asked by somebody; `client`: asks somebody; `internal`: neither. */
  kind: 'server' | 'client' | 'internal';
  attributes: SpanAttributes;
  /** Traces that it has to do with beside its own, as traceparents. */
  links?: readonly string[];
};

/** A span under way. */
export interface OpenSpan {
  /** By which others become its children, here and elsewhere (W3C Trace Context); null = it is not recorded. */
  traceparent: string | null;
  rename(name: string): void;
  /** `problem`: what went wrong, in a word; null = nothing. */
  end(attributes: SpanAttributes, problem: string | null): void;
}

/** Where traces are written. */
export interface Tracing extends AsyncDisposable {
  /** `parent` is a traceparent; null begins a trace. */
  begin(start: SpanStart, parent: string | null): OpenSpan;
  /** Begins a child of the span that the present work is within, if it is within one. */
  beginWithin(start: SpanStart): OpenSpan;
  /** Does work within a span. */
  within<Answer>(span: OpenSpan, work: () => Promise<Answer>): Promise<Answer>;
}

const NO_SPAN: OpenSpan = { traceparent: null, rename: () => undefined, end: () => undefined };

/** Writes nothing. */
export const NO_TRACING: Tracing = {
  begin: () => NO_SPAN,
  beginWithin: () => NO_SPAN,
  within: (_span, work) => work(),
  [Symbol.asyncDispose]: () => Promise.resolve(),
};
