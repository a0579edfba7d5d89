import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A file as a response: generated while it is sent, so that its size does not matter, or small and in memory. */
export type Download = {
  filename: string
  type: string
} & (
  | {
      /** One gzip stream. */
      gzipped: AsyncIterable<Buffer>
    }
  | {
      content: Buffer
      /** Identifies the content: a client that has it gets 304 without a body. */
      etag: string
    }
)

/** Sends a gzip stream unchanged to clients that accept gzip, and decompressed to others. */
export function sendDownload(
  request: FastifyRequest,
  reply: FastifyReply,
  download: Download,
): FastifyReply {
  const { filename, type } = download
  if ('content' in download) {
    const etag = `"${download.etag}"`
    reply.header('etag', etag)
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply
      .type(type)
      .header('content-disposition', `attachment; filename="${filename}"`)
      .send(download.content)
  }
  const { gzipped } = download
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
