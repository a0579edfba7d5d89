import {
  type Attributes,
  type Context,
  context,
  INVALID_SPAN_CONTEXT,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { type Static, Type } from 'typebox'
import type { TraceSampler } from './environment.ts'

/** An unresponsive collector delays the end of a process by no more than this. */
const STOP_MS = 3000
const EXPORT_MS = 1000

/** A trace context as it is sent: the headers of W3C Trace Context. */
export const TraceContext = Type.Object(
  {
    traceparent: Type.String({
      pattern: '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$',
      maxLength: 55,
      description: 'Trace, span and whether it is recorded',
      examples: ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'],
    }),
    tracestate: Type.Optional(
      Type.String({ maxLength: 512, description: 'Vendor data of earlier systems' }),
    ),
  },
  {
    title: 'TraceContext',
    additionalProperties: false,
    description: 'The trace that this belongs to',
  },
)

export type TraceContext = Static<typeof TraceContext>

/** The standard settings of OpenTelemetry. */
export interface TracingSettings {
  /** OTEL_EXPORTER_OTLP_ENDPOINT; without it tracing is off. */
  endpoint: string | undefined
  /** OTEL_TRACES_SAMPLER */
  sampler: TraceSampler
  /** OTEL_TRACES_SAMPLER_ARG, 0 to 1 */
  ratio: number
}

let enabled = false

/** Whether tracing is on: `startTracing` was called with an endpoint. */
export const isTracing = () => enabled

/**
 * Starts to export this process's spans if a collector is set; otherwise loads nothing. Returns a function that exports
 * the remaining spans.
 */
export async function startTracing(
  service: 'server' | 'worker',
  version: string,
  { endpoint, sampler, ratio }: TracingSettings,
): Promise<() => Promise<void>> {
  if (!endpoint) return async () => {}
  const [sdk, { OTLPTraceExporter }, { AsyncLocalStorageContextManager }, resources, core] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/core'),
    ])
  const [parentBased, rule] = /^(parentbased_)?(.*)$/.exec(sampler)?.slice(1) ?? []
  const root =
    rule === 'always_on'
      ? new sdk.AlwaysOnSampler()
      : new sdk.TraceIdRatioBasedSampler(rule === 'always_off' ? 0 : ratio)
  // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES come last, so they take precedence.
  const resource = resources
    .resourceFromAttributes({
      'service.name': `powernode-${service}`,
      'service.namespace': 'powernode',
      'service.version': version,
      'service.instance.id': crypto.randomUUID(),
    })
    .merge(resources.detectResources({ detectors: [resources.envDetector] }))
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` })
  const provider = new sdk.TracerProvider({
    sampler: parentBased ? new sdk.ParentBasedSampler({ root }) : root,
    resource,
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: EXPORT_MS })],
  })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new core.W3CTraceContextPropagator())
  trace.setGlobalTracerProvider(provider)
  enabled = true
  return async () => {
    const late = new Promise<void>((done) => setTimeout(done, STOP_MS).unref())
    await Promise.race([provider.shutdown().catch(() => {}), late])
  }
}

interface SpanOptions {
  kind?: SpanKind
  attributes?: Attributes
  /** The context of the caller in another process. Without it the parent is the current span. */
  parent?: TraceContext | undefined
  /** Only as part of an existing trace; starts none. */
  partOnly?: boolean
}

/**
 * Runs `work` in a span. Of an error only its type is recorded, never its message, which may contain personal data.
 * Without tracing it only runs `work`.
 */
export async function inSpan<T>(
  name: string,
  { kind = SpanKind.INTERNAL, attributes = {}, parent, partOnly }: SpanOptions,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  if (!enabled || (partOnly && !trace.getActiveSpan())) return work(noop)
  const around = parent ? propagation.extract(ROOT_CONTEXT, parent) : context.active()
  const span = tracer().startSpan(name, { kind, attributes }, around)
  try {
    return await context.with(trace.setSpan(around, span), work, undefined, span)
  } catch (error) {
    markFailed(span, (error as Error).name)
    throw error
  } finally {
    span.end()
  }
}

const noop = trace.wrapSpanContext(INVALID_SPAN_CONTEXT)

/**
 * Starts a span that the caller ends, for work that no single function covers. Run the work in the returned context.
 */
export function openSpan(
  name: string,
  { attributes = {}, headers }: { attributes?: Attributes; headers: object },
): Context {
  const around = propagation.extract(ROOT_CONTEXT, headers)
  const span = tracer().startSpan(name, { kind: SpanKind.SERVER, attributes }, around)
  return trace.setSpan(around, span)
}

export function markFailed(span: Span, type: string): void {
  span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', type)
}

/** The current trace context, to be sent on; undefined outside a trace. */
export function traceContext(): TraceContext | undefined {
  if (!enabled || !trace.getActiveSpan()) return undefined
  const carrier: Partial<TraceContext> = {}
  propagation.inject(context.active(), carrier)
  return carrier.traceparent ? (carrier as TraceContext) : undefined
}

/** Trace fields of a log line. */
export function traceFields(spanContext: Context = context.active()) {
  const span = trace.getSpanContext(spanContext)
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {}
}

/** Attributes of a job on both sides, by the OpenTelemetry conventions for messaging. */
export const jobAttributes = (type: 'send' | 'process', queue: string, job: string) => ({
  'messaging.system': 'powernode',
  'messaging.operation.type': type,
  'messaging.operation.name': type,
  'messaging.destination.name': queue,
  'powernode.job': job,
})

const tracer = () => trace.getTracer('powernode')
