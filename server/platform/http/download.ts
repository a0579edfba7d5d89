import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A file as a reply. Its body is made while it is sent, so its size does not matter. */
export interface Download {
  filename: string
  type: string
  /** The bytes of one gzip stream. */
  gzipped: AsyncIterable<Buffer>
}

/** Sends it as it is to whoever takes gzip, unpacked on the way to others. */
export function sendDownload(
  request: FastifyRequest,
  reply: FastifyReply,
  { filename, type, gzipped }: Download,
): FastifyReply {
  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  const body = Readable.from(gzipped, { objectMode: false })
  reply
    .type(type)
    .header('content-disposition', `attachment; filename="${filename}"`)
    .header('vary', 'accept-encoding')
  if (takesGzip) return reply.header('content-encoding', 'gzip').send(body)
  const unpacked = createGunzip()
  body.once('error', (error) => unpacked.destroy(error)).pipe(unpacked)
  unpacked.once('close', () => body.destroy())
  return reply.send(unpacked)
}
