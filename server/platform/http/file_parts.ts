import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

const deflate = promisify<Buffer, object, Buffer>(deflateRaw)

const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
/** An empty final block, which the stored parts lack. */
const END = [3, 0]

/** What is known of a file that is stored in parts: of its uncompressed content. */
export interface PartialFile {
  size_bytes: number
  crc: number
}

/** Compresses the next part of a file, so that its parts, one after the other, are one deflate stream. */
export async function deflatePart({ size_bytes, crc }: PartialFile, content: Buffer) {
  return {
    compressed: await deflate(content, { finishFlush: constants.Z_FULL_FLUSH }),
    file: { size_bytes: size_bytes + content.length, crc: crc32(content, crc) },
  }
}

/** The parts of a file, in order, as one gzip stream. */
export async function* gzipOf(
  parts: AsyncIterable<Buffer>,
  { size_bytes, crc }: PartialFile,
): AsyncGenerator<Buffer> {
  yield HEADER
  yield* parts
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc, 0)
  trailer.writeUInt32LE(size_bytes % 2 ** 32, 4)
  yield Buffer.concat([Buffer.from(END), trailer])
}
