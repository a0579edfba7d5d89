import type { Readable } from 'node:stream'
import yauzl from 'yauzl'

export const MAX_ENTRIES = 10_000
export const MAX_UNPACKED_BYTES = 1024 ** 3
/** How many times smaller a packed file may be than what it contains. */
const MAX_RATIO = 100
/** Small files may be packed better than that. */
const SMALL_BYTES = 64 * 1024
const MAX_PATH = 500
const TYPE_OF_FILE = 0o170000
const LINK = 0o120000

/** The archive cannot be read, or contains what is refused. Its message is for people. */
export class ArchiveError extends Error {}

/** A ZIP archive whose entries were all checked. */
export interface Archive {
  /** The paths of its files, in the order of the archive. */
  paths: string[]
  /** The content of a file; throws if it has more than `maxBytes`. */
  read(path: string, maxBytes: number): Promise<Buffer>
  close(): void
}

/**
 * Opens a ZIP archive on disk. Throws ArchiveError if it has more than 10,000 entries, more than 1 GiB of content, entries
 * that are packed more than 100 times smaller, encrypted ones, links, or paths that lead out of it.
 */
export async function openArchive(file: string): Promise<Archive> {
  const zip = await open(file)
  try {
    const entries = await checkEntries(zip)
    return {
      paths: [...entries.keys()],
      read: (path, maxBytes) => readEntry(zip, entries.get(path), maxBytes),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

function open(file: string): Promise<yauzl.ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true }
  return new Promise((resolve, reject) =>
    yauzl.open(file, options, (error, zip) =>
      error ? reject(new ArchiveError(`is not a ZIP archive: ${error.message}`)) : resolve(zip),
    ),
  )
}

async function checkEntries(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > MAX_ENTRIES) throw new ArchiveError('has more than 10,000 entries')
  const entries = new Map<string, yauzl.Entry>()
  let unpacked = 0
  for await (const entry of listEntries(zip)) {
    const { fileName, uncompressedSize, compressedSize } = entry
    unpacked += uncompressedSize
    if (unpacked > MAX_UNPACKED_BYTES) throw new ArchiveError('has more than 1 GiB of content')
    const isBomb = uncompressedSize > SMALL_BYTES && uncompressedSize > MAX_RATIO * compressedSize
    if (isBomb) throw refusal(fileName, 'is packed too tightly')
    if ((entry.generalPurposeBitFlag & 1) !== 0) throw refusal(fileName, 'is encrypted')
    if (((entry.externalFileAttributes >>> 16) & TYPE_OF_FILE) === LINK) {
      throw refusal(fileName, 'is a link')
    }
    if (/\p{Cc}/u.test(fileName) || fileName.length > MAX_PATH) {
      throw new ArchiveError('has a path that is too long or not a text')
    }
    if (entries.has(fileName)) throw refusal(fileName, 'is there twice')
    if (!fileName.endsWith('/')) entries.set(fileName, entry)
  }
  return entries
}

/** The entries in order. Paths that are absolute or have `..` or backslashes are refused by the library. */
async function* listEntries(zip: yauzl.ZipFile): AsyncGenerator<yauzl.Entry> {
  for (let left = zip.entryCount; left > 0; left--) {
    const next = Promise.withResolvers<yauzl.Entry | undefined>()
    const failed = (error: Error) => next.reject(new ArchiveError(error.message))
    const ended = () => next.resolve(undefined)
    zip.once('entry', next.resolve).once('error', failed).once('end', ended)
    zip.readEntry()
    try {
      const entry = await next.promise
      if (!entry) return
      yield entry
    } finally {
      zip.off('entry', next.resolve).off('error', failed).off('end', ended)
    }
  }
}

async function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry | undefined, maxBytes: number) {
  if (!entry) throw new ArchiveError('has no such file')
  if (entry.uncompressedSize > maxBytes) throw refusal(entry.fileName, 'is too large')
  const content = await new Promise<Readable>((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
  ).catch((error: Error) => {
    throw refusal(entry.fileName, `cannot be read: ${error.message}`)
  })
  const chunks: Buffer[] = []
  try {
    // The library ends a stream that has another size than the entry says.
    for await (const chunk of content) chunks.push(chunk as Buffer)
  } catch (error) {
    throw refusal(entry.fileName, `cannot be read: ${(error as Error).message}`)
  }
  return Buffer.concat(chunks)
}

const refusal = (path: string, problem: string) =>
  new ArchiveError(`${path.slice(0, 200)} ${problem}`)
