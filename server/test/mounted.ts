import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Resource } from '../platform/http/resource.ts'
import { buildServer } from '../platform/http/server.ts'
import type { Platform } from '../platform/kernel/platform.ts'
import { listening } from './world.ts'

export interface Reply {
  status: number | undefined
  headers: IncomingMessage['headers']
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on the envelope it expects
  body: any
}

/** A server that has the routes of a test alone, on the platform of its world. */
export async function mounted(
  platform: Platform,
  routes: Resource,
  { requestTimeoutMs }: { requestTimeoutMs?: number } = {},
) {
  const app = await buildServer(platform, [routes])
  if (requestTimeoutMs !== undefined) {
    const [requestTimeout, headersTimeout] = [requestTimeoutMs, requestTimeoutMs]
    Object.assign(app.server, { requestTimeout, headersTimeout, connectionsCheckingInterval: 50 })
  }
  const url = await listening(app)
  return {
    app,
    /** Opens a request whose body the caller writes and ends. */
    open: (method: string, path: string, headers: Record<string, string>): ClientRequest =>
      request(`${url}/api/v1${path}`, { method, headers, agent: false }),
  }
}

/** What a request is answered, once it is whole. */
export async function replyTo(asked: ClientRequest): Promise<Reply> {
  const reply = await headOf(asked)
  return { status: reply.statusCode, headers: reply.headers, body: JSON.parse(await text(reply)) }
}

/** The same as soon as it begins, to be read as it comes. */
export function headOf(asked: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    asked.once('response', resolve).once('error', reject)
  })
}

/** What is answered to a request that is sent in one go. */
export function send(asked: ClientRequest, body: string | Buffer = ''): Promise<Reply> {
  const reply = replyTo(asked)
  asked.end(body)
  return reply
}
