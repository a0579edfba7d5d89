import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Platform } from '../kernel/platform.ts'

const POLL_MS = 100
const MAX_MS = 10_000
const MAX_BYTES = 64 * 1024 * 1024

/**
 * Makes sure that a client receives the response to a request whose body is not read. If the connection were closed while
 * the client still writes, it would be reset and the response lost: so the rest is read and discarded, up to a time and size.
 * The connection is then kept for further requests, as the response says, unless the client or a stopping server closes it.
 */
export function drainRefusedBodies(app: FastifyInstance, platform: Platform): void {
  app.addHook('onSend', async ({ raw: request }, response) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
    const { socket } = request
    if (request.complete || !(encoding || Number(length)) || !(socket instanceof Socket)) return
    const { raw: reply } = response
    const closes = !reply.shouldKeepAlive || platform.draining
    // Fastify sets it for a body that is too large. Node.js would then close the connection after the response.
    response.removeHeader('connection')
    reply.shouldKeepAlive = true

    const limit = socket.bytesRead + MAX_BYTES
    const until = Date.now() + MAX_MS
    const stop = () => {
      clearInterval(timer)
      socket.off('close', stop)
    }
    const timer = setInterval(() => {
      if (request.complete && reply.writableFinished) {
        stop()
        if (closes) socket.end(() => socket.destroy())
      } else if (socket.bytesRead > limit || Date.now() > until) socket.destroy()
    }, POLL_MS).unref()
    socket.once('close', stop)
    reply.once('finish', () => request.resume())
  })
}
