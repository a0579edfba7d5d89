import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

/** A span as received over OTLP/HTTP in JSON, with simplified attributes. */
export interface Span {
  service: string
  name: string
  kind: number
  traceId: string
  spanId: string
  parentSpanId: string | undefined
  /** 2 means error. */
  status: number | undefined
  attributes: Record<string, string | number>
  /** The received JSON of the span and its resource. */
  raw: string
}

export interface Collector {
  url: string
  spans: Span[]
  stop(): Promise<void>
}

interface Attribute {
  key: string
  value: { stringValue?: string; intValue?: number | string; boolValue?: boolean }
}

interface ExportRequest {
  resourceSpans: {
    resource: { attributes: Attribute[] }
    scopeSpans: {
      spans: (Omit<Span, 'attributes' | 'status'> & {
        attributes?: Attribute[]
        status?: { code?: number }
      })[]
    }[]
  }[]
}

/** Starts an OpenTelemetry collector on loopback that records all spans. */
export async function startCollector(): Promise<Collector> {
  const spans: Span[] = []
  const server = createServer(async (request, reply) => {
    const { resourceSpans } = (await json(request)) as ExportRequest
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = String(attributeValues(resource.attributes)['service.name'])
      for (const span of scopeSpans.flatMap((scope) => scope.spans)) {
        spans.push({
          service,
          name: span.name,
          kind: span.kind,
          traceId: span.traceId,
          spanId: span.spanId,
          parentSpanId: span.parentSpanId,
          status: span.status?.code,
          attributes: attributeValues(span.attributes),
          raw: JSON.stringify({ resource, span }),
        })
      }
    }
    reply.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  server.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    stop: () =>
      new Promise((stopped) => {
        server.closeAllConnections()
        server.close(() => stopped())
      }),
  }
}

function attributeValues(attributes: Attribute[] = []) {
  return Object.fromEntries(
    attributes.map(({ key, value: { stringValue, intValue } }) => [
      key,
      stringValue ?? Number(intValue),
    ]),
  )
}
