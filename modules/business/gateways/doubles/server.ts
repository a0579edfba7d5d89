import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DoubleOptions, Fault, ReceivedRequest } from './double.ts'
import type { KeyStore } from './keys.ts'
import {
  type DoubleAnswer,
  DoubleFailure,
  type DoubleRequest,
  type DoubleRoutes,
} from './requests.ts'

/** What differs between gateways. */
export interface Dialect {
  decode(text: string, query: URLSearchParams): unknown
  /** The refusal of a request without valid credentials. */
  refusal(request: DoubleRequest): DoubleAnswer | undefined
  keys: KeyStore
  keyHeader: string
  answers: Record<'unknown_route' | 'too_many' | 'broken', DoubleAnswer>
}

export interface DoubleServer {
  url: string
  stop(): Promise<void>
  failNext(fault: Fault): void
  requests(): ReceivedRequest[]
}

const MAX_REQUESTS = 1000

type ServeOptions = Pick<DoubleOptions, 'latencyMs' | 'port'> & {
  /** Called before each answer. */
  save?: () => void
}

/** Serves the routes on the loopback interface, by default on a free port. Rejects if the port is in use. */
export async function serveDouble(
  routes: DoubleRoutes,
  dialect: Dialect,
  { latencyMs = 0, port: atPort = 0, save = () => {} }: ServeOptions = {},
): Promise<DoubleServer> {
  const faults: Fault[] = []
  const received: ReceivedRequest[] = []
  const server = createServer((incoming, response) => {
    incoming.on('error', () => response.destroy())
    answer(incoming, response).catch((error) => {
      if (response.headersSent) response.destroy()
      else send(response, { status: 500, body: { error: String(error) } })
    })
  })

  async function answer(incoming: IncomingMessage, response: ServerResponse) {
    const [request, route] = match(routes, await read(incoming, dialect))
    const fault = route && takeFault(faults, route.name)
    const idempotency_key = request.headers[dialect.keyHeader]
    if (route) received.push({ operation: route.name, idempotency_key, body: request.body })
    if (received.length > MAX_REQUESTS) received.shift()
    if (fault === 'hang') return
    if (fault === 'drop_before') return void response.destroy()
    const result = await respond(request, route, fault)
    save()
    if (fault === 'drop_after') return void response.destroy()
    send(response, result)
  }

  async function respond(request: DoubleRequest, route: Route | undefined, fault?: Fault['how']) {
    if (!route) return dialect.answers.unknown_route
    const refusal = dialect.refusal(request)
    if (refusal) return refusal
    if (fault === '429') return dialect.answers.too_many
    const once = async () => {
      await sleep(latencyMs)
      if (fault === '500') return dialect.answers.broken
      const result = run(route, request)
      return fault === '500_after' ? dialect.answers.broken : result
    }
    const key = request.method === 'POST' ? request.headers[dialect.keyHeader] : undefined
    const keyed = () => (key ? dialect.keys.once(key, request, once) : once())
    if (fault === 'twice') await keyed()
    return keyed()
  }

  server.listen(atPort, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    failNext: (fault) => void faults.push(fault),
    requests: () => [...received],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Route {
  name: string
  run(request: DoubleRequest): DoubleAnswer
}

function run(route: Route, request: DoubleRequest): DoubleAnswer {
  try {
    return route.run(request)
  } catch (error) {
    if (error instanceof DoubleFailure) return error.answer
    throw error
  }
}

function match(routes: DoubleRoutes, request: DoubleRequest): [DoubleRequest, Route | undefined] {
  for (const [name, [pattern, run]] of Object.entries(routes)) {
    const params = paramsOf(pattern, `${request.method} ${request.path}`)
    if (params)
      return [
        { ...request, params },
        { name, run },
      ]
  }
  return [request, undefined]
}

function paramsOf(pattern: string, text: string): Record<string, string> | undefined {
  const parts = text.split('/')
  const names = pattern.split('/')
  if (parts.length !== names.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? ''
    if (name.startsWith(':')) params[name.slice(1)] = decodeURIComponent(part)
    else if (name !== part) return undefined
  }
  return params
}

function takeFault(faults: Fault[], operation: string): Fault['how'] | undefined {
  const index = faults.findIndex((fault) => fault.operation === operation)
  return index < 0 ? undefined : faults.splice(index, 1)[0]?.how
}

async function read(incoming: IncomingMessage, { decode }: Dialect): Promise<DoubleRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://loopback')
  return {
    method: incoming.method ?? 'GET',
    path: pathname,
    params: {},
    query: searchParams,
    headers: incoming.headers as Record<string, string>,
    body: decode(Buffer.concat(chunks).toString(), searchParams),
  }
}

function send(response: ServerResponse, { status, body, headers }: DoubleAnswer) {
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(text)
}
