import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { ArchiveError, MAX_ENTRIES, MAX_UNPACKED_BYTES } from './reading.ts'

/** A ZIP archive that is being written to disk. */
export interface NewArchive {
  addText(text: string, path: string): void
  /** Adds a file on disk, which must stay until the end. */
  addFile(file: string, path: string, bytes: number): void
  /** Completes the archive. */
  end(): Promise<void>
}

/** Creates a ZIP archive. Throws ArchiveError if it would be one that cannot be imported again. */
export function createArchive(file: string): NewArchive {
  const zip = new yazl.ZipFile()
  const written = pipeline(zip.outputStream, createWriteStream(file, { mode: 0o600 }))
  written.catch(() => {}) // reported by `end`
  let entries = 0
  let bytes = 0
  function count(size: number) {
    entries++
    bytes += size
    if (entries > MAX_ENTRIES) throw new ArchiveError('would have more than 10,000 entries')
    if (bytes > MAX_UNPACKED_BYTES) throw new ArchiveError('would have more than 1 GiB of content')
  }
  return {
    addText(text, path) {
      const content = Buffer.from(text)
      count(content.length)
      zip.addBuffer(content, path)
    },
    addFile(source, path, size) {
      count(size)
      zip.addFile(source, path)
    },
    async end() {
      zip.end()
      await written
    },
  }
}
