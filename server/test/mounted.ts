import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { BodyTimeouts } from '../platform/http/body_timeouts.ts'
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

/** A server with only the routes of a test, on the platform of its world. */
export async function mounted(platform: Platform, routes: Resource, timeouts?: BodyTimeouts) {
  const app = await buildServer(platform, [routes], timeouts)
  const url = await listening(app)
  return {
    app,
    /** Opens a request; the caller writes and ends its body. */
    open: (method: string, path: string, headers: Record<string, string>): ClientRequest =>
      request(`${url}/api/v1${path}`, { method, headers, agent: false }),
  }
}

/** The complete response to a request. */
export async function replyTo(request: ClientRequest): Promise<Reply> {
  const reply = await headOf(request)
  return { status: reply.statusCode, headers: reply.headers, body: JSON.parse(await text(reply)) }
}

/** The response as soon as its headers arrive, to be read as a stream. */
export function headOf(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve).once('error', reject)
  })
}

/** Sends a request with its body, and returns the response. */
export function sendToMounted(request: ClientRequest, body: string | Buffer = ''): Promise<Reply> {
  const reply = replyTo(request)
  request.end(body)
  return reply
}
