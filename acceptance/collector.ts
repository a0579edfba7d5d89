import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

/** A span as OTLP/HTTP brings it in JSON, its attributes made plain. */
export interface Span {
  service: string
  name: string
  kind: number
  traceId: string
  spanId: string
  parentSpanId: string | undefined
  /** 2 means that it failed. */
  status: number | undefined
  attributes: Record<string, string | number>
  /** All that was sent of it, and of where it comes from. */
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

interface Sent {
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

/** An OpenTelemetry collector on loopback that keeps what it is sent. */
export async function startCollector(): Promise<Collector> {
  const spans: Span[] = []
  const server = createServer(async (request, reply) => {
    const { resourceSpans } = (await json(request)) as Sent
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = String(plain(resource.attributes)['service.name'])
      for (const span of scopeSpans.flatMap((scope) => scope.spans)) {
        spans.push({
          service,
          name: span.name,
          kind: span.kind,
          traceId: span.traceId,
          spanId: span.spanId,
          parentSpanId: span.parentSpanId,
          status: span.status?.code,
          attributes: plain(span.attributes),
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

function plain(attributes: Attribute[] = []) {
  return Object.fromEntries(
    attributes.map(({ key, value: { stringValue, intValue } }) => [
      key,
      stringValue ?? Number(intValue),
    ]),
  )
}
