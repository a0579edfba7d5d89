import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Failure, fail } from '../kernel/fail.ts'
import { afterSending } from './after_sending.ts'
import { evaluateConditions } from './conditions.ts'

/** A file as a response: generated while it is sent, small and in memory, or stored. */
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
  | StoredDownload
)

/** A stored file. Conditions and one range of bytes are answered. */
export interface StoredDownload {
  size: number
  /** Identifies the content, without quotes. */
  etag: string
  modified: Date
  disposition: 'inline' | 'attachment'
  headers?: Record<string, string>
  /** Opens the content, or a part of it, `last` included. */
  open(part?: { first: number; last: number }): Promise<Readable>
  /** An address where a browser that opens the file, or a program, is sent to read it instead, if there is one. */
  elsewhere?(): Promise<string | undefined>
  /** Called after the first byte and what follows was sent. */
  sent?(): Promise<void>
}

/** Nothing in a file of others runs or loads anything. */
const FILE_POLICY = "default-src 'none'; sandbox"

/** Sends a gzip stream unchanged to clients that accept gzip, and decompressed to others. */
export async function sendDownload(
  request: FastifyRequest,
  reply: FastifyReply,
  download: Download,
): Promise<FastifyReply> {
  const { filename, type } = download
  if ('open' in download) return sendStored(request, reply, download)
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

async function sendStored(
  request: FastifyRequest,
  reply: FastifyReply,
  { filename, type, size, modified, disposition, headers = {}, ...file }: Download & StoredDownload,
): Promise<FastifyReply> {
  const etag = `"${file.etag}"`
  const answer = evaluateConditions(request.headers, { etag, modified, size })
  const { status } = answer
  if (status === 412) throw fail.with('precondition_failed')
  if (status === 416) {
    reply.header('content-range', `bytes */${size}`)
    throw new Failure('range_not_satisfiable')
  }
  const part = 'first' in answer ? answer : undefined
  const isHead = request.method === 'HEAD'
  const address = status === 304 || isHead ? undefined : await addressElsewhere(request, file)
  if (address !== undefined) {
    if ((part?.first ?? 0) === 0) countWhenSent(request, reply, file)
    return reply
      .header('cache-control', 'private, no-store')
      .header('vary', 'sec-fetch-dest')
      .redirect(address, 302)
  }
  // Before the headers, which would otherwise describe an error.
  const body = status === 304 || isHead ? Readable.from([]) : await file.open(part)
  reply.headers({
    etag,
    'last-modified': modified.toUTCString(),
    'accept-ranges': 'bytes',
    'content-disposition': contentDisposition(disposition, filename),
    'content-security-policy': FILE_POLICY,
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  reply.code(status)
  if (status === 304) return reply.send()
  const length = part ? part.last - part.first + 1 : size
  if (part) reply.header('content-range', `bytes ${part.first}-${part.last}/${size}`)
  reply.type(type).header('content-length', length)
  if (!isHead && (part?.first ?? 0) === 0) countWhenSent(request, reply, file)
  return reply.send(body)
}

/** Content within a page stays here: the policy of a page, such as ours, may allow no other address. */
async function addressElsewhere(
  { headers }: FastifyRequest,
  file: Pick<StoredDownload, 'elsewhere'>,
) {
  const destination = headers['sec-fetch-dest'] ?? 'document'
  return destination === 'document' ? file.elsewhere?.() : undefined
}

function countWhenSent(
  request: FastifyRequest,
  reply: FastifyReply,
  { sent }: Pick<StoredDownload, 'sent'>,
) {
  if (sent) afterSending(reply, request.log, sent)
}

/** A name in any script, as RFC 6266 writes it, with a plain one for old clients. */
export function contentDisposition(disposition: string, filename: string): string {
  const plain = filename.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const extended = encodeURIComponent(filename).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const name = plain === filename ? '' : `; filename*=UTF-8''${extended}`
  return `${disposition}; filename="${plain}"${name}`
}
