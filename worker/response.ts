import { pipeline, Readable } from 'node:stream'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'
import type { Dispatcher } from 'undici'

/** Maximum size that is read of a response, before and after decompression. */
const MAX_RESPONSE_BYTES = 64 * 1024
const MAX_ENCODINGS = 3

type Response = Pick<Dispatcher.ResponseData, 'statusCode' | 'headers' | 'body'>

/** A response whose headers have arrived. Either `read` or `hangUp` ends it. */
export interface ExternalResponse {
  status: number
  headers: Response['headers']
  /**
   * Decompresses and decodes at most 64 kB of the body, and disconnects as soon as `enough` returns true for the text
   * so far, of which the first `before` characters were seen in the previous call. `problem` is why the body ended
   * early, if it did.
   */
  read(
    enough: (text: string, before: number) => boolean,
  ): Promise<{ text: string; problem?: Error }>
  hangUp(): void
}

/** A response whose body is read only as far as needed. */
export function toHttpResponse({ statusCode, headers, body }: Response): ExternalResponse {
  const hangUp = () => void body.on('error', () => {}).destroy()
  return {
    status: statusCode,
    headers,
    hangUp,
    async read(enough) {
      const decoder = decoderOf(headers['content-type'])
      let text = ''
      try {
        for await (const chunk of decompressed(body, headers['content-encoding'])) {
          const before = text.length
          text += decoder.decode(chunk, { stream: true })
          if (text.length >= MAX_RESPONSE_BYTES || enough(text, before)) break
        }
        return { text: text + decoder.decode() }
      } catch (problem) {
        return { text, problem: problem as Error }
      } finally {
        hangUp()
      }
    },
  }
}

/** The charset of `Content-Type`; UTF-8 if unknown. What cannot be decoded becomes U+FFFD. */
function decoderOf(contentType: string | string[] | undefined): TextDecoder {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(String(contentType))?.[1]
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}

/** Reverses `Content-Encoding`, the last encoding first; an unknown encoding is left as it is. */
function decompressed(
  body: Readable,
  encoding: string | string[] | undefined,
): AsyncIterable<Buffer> {
  const names = String(encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity')
  if (names.length > MAX_ENCODINGS) return firstBytes(body)
  return names.reverse().reduce<AsyncIterable<Buffer>>(decompress, firstBytes(body))
}

function decompress(source: AsyncIterable<Buffer>, name: string): AsyncIterable<Buffer> {
  // A body that is not read to its end stops in the middle of the compressed data.
  const cut = { finishFlush: constants.Z_SYNC_FLUSH }
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return pipeInto(source, createGunzip(cut))
    case 'br':
      return pipeInto(
        source,
        createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }),
      )
    case 'zstd':
      return pipeInto(source, createZstdDecompress({ finishFlush: constants.ZSTD_e_flush }))
    case 'deflate':
      return inflated(source, cut)
    default:
      return source
  }
}

/** Some servers omit the zlib header; the first byte shows this. */
async function* inflated(source: AsyncIterable<Buffer>, options: { finishFlush: number }) {
  const iterator = source[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done) return
  const hasHeader = ((first.value[0] ?? 0) & 0x0f) === 8
  const rest = { [Symbol.asyncIterator]: () => iterator }
  async function* allChunks() {
    yield first.value as Buffer
    yield* rest
  }
  yield* pipeInto(allChunks(), hasHeader ? createInflate(options) : createInflateRaw(options))
}

function pipeInto(source: AsyncIterable<Buffer>, decompressor: NodeJS.ReadWriteStream & Readable) {
  // Errors appear on the stream that is read.
  pipeline(Readable.from(source), decompressor, () => {})
  return decompressor as AsyncIterable<Buffer>
}

async function* firstBytes(body: Readable): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of body) {
    yield chunk
    bytes += chunk.length
    if (bytes >= MAX_RESPONSE_BYTES) return
  }
}
