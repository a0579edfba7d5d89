import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A file as a response. Its body is generated while it is sent, so its size does not matter. */
export interface Download {
  filename: string
  type: string
  /** One gzip stream. */
  gzipped: AsyncIterable<Buffer>
}

/** Sends the gzip stream unchanged to clients that accept gzip, and decompressed to others. */
export function sendDownload(
  request: FastifyRequest,
  reply: FastifyReply,
  { filename, type, gzipped }: Download,
): FastifyReply {
  const acceptsGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  const body = Readable.from(gzipped, { objectMode: false })
  reply
    .type(type)
    .header('content-disposition', `attachment; filename="${filename}"`)
    .header('vary', 'accept-encoding')
  if (acceptsGzip) return reply.header('content-encoding', 'gzip').send(body)
  const unpacked = createGunzip()
  body.once('error', (error) => unpacked.destroy(error)).pipe(unpacked)
  unpacked.once('close', () => body.destroy())
  return reply.send(unpacked)
}
