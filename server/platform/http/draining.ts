import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

const LOOK_MS = 100
const MOST_MS = 10_000
const MOST_BYTES = 64 * 1024 * 1024

/**
 * Lets a sender whose body is not read hear why. A connection that is closed while they still write is reset, and the
 * answer is lost with it: so it stays open and the rest is thrown away, up to a time and a size.
 */
export function drainRefusedBodies(app: FastifyInstance): void {
  app.addHook('onSend', async ({ raw: request }, answer) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
    const { socket } = request
    if (request.complete || !(encoding || Number(length)) || !(socket instanceof Socket)) return
    const { raw: reply } = answer
    const closes = !reply.shouldKeepAlive || answer.hasHeader('connection')
    // Otherwise Node.js closes with the last byte of the answer.
    answer.removeHeader('connection')
    reply.shouldKeepAlive = true

    const limit = socket.bytesRead + MOST_BYTES
    const until = Date.now() + MOST_MS
    const timer = setInterval(() => {
      if (request.complete && reply.writableFinished) {
        clearInterval(timer)
        if (closes) socket.end(() => socket.destroy())
      } else if (socket.bytesRead > limit || Date.now() > until) socket.destroy()
    }, LOOK_MS).unref()
    socket.once('close', () => clearInterval(timer))
    reply.once('finish', () => request.resume())
  })
}
