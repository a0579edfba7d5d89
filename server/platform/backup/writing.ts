import { randomBytes } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import { throwFileError } from '../data_folder.ts'
import {
  type BackupHeader,
  type BackupIndex,
  type BackupSection,
  endLine,
  FORMAT,
  MAGIC,
  measure,
} from './format.ts'

/** Suffix of an unfinished file; a killed run leaves one behind. */
export const PART = '.part'

export interface BackupWriter {
  /** Compresses the content and records its size and checksum. `rowsOf` returns the row count at the end. */
  section(
    kind: BackupSection['kind'],
    name: string,
    content: Readable,
    rowsOf: () => Promise<number>,
  ): Promise<BackupSection>
  /** Completes the file, syncs it to disk and renames it to `path`. Returns its size in bytes. */
  finish(sequences: BackupIndex['sequences']): Promise<number>
  /** Deletes the unfinished file. */
  discard(): Promise<void>
}

/** Starts a backup in a temporary file next to `path`, readable by its owner only. `path` is replaced at the end. */
export async function writeBackup(path: string, header: BackupHeader): Promise<BackupWriter> {
  const temporaryPath = `${path}.${randomBytes(4).toString('hex')}${PART}`
  const file: FileHandle = await open(temporaryPath, 'wx', 0o600).catch((error) =>
    throwFileError(error),
  )
  const headerLine = `${JSON.stringify(header)}\n`
  const sections: BackupSection[] = []
  let size = 0

  async function write(chunk: Buffer | string) {
    const bytes = Buffer.from(chunk as string)
    await file
      .appendFile(bytes)
      .catch((error) => throwFileError(Object.assign(error, { path: temporaryPath })))
    size += bytes.length
  }

  async function discard() {
    await file.close().catch(() => {})
    await rm(temporaryPath, { force: true })
  }

  try {
    await write(`${MAGIC}${FORMAT}\n${headerLine}`)
  } catch (error) {
    await discard()
    throw error
  }
  return {
    discard,
    async section(kind, name, content, rowsOf) {
      const offset = size
      const measured = measure()
      await pipeline(content, measured.pass, createZstdCompress(), async (compressed) => {
        for await (const chunk of compressed) await write(chunk)
      })
      const section: BackupSection = {
        kind,
        name,
        offset,
        length: size - offset,
        rows: await rowsOf(),
        bytes: measured.bytes,
        sha256: measured.sha256(),
      }
      sections.push(section)
      return section
    },
    async finish(sequences) {
      const indexLine = `${JSON.stringify({ sections, sequences } satisfies BackupIndex)}\n`
      const end = endLine(size, headerLine, indexLine)
      await write(indexLine + end)
      await file.sync()
      await file.close()
      await rename(temporaryPath, path).catch((error) => throwFileError(error))
      await syncFolder(dirname(path))
      return size
    },
  }
}

/** Makes the rename survive a power loss. Some file systems do not support this and do not need it. */
async function syncFolder(folder: string) {
  const opened = await open(folder).catch(() => undefined)
  await opened?.sync().catch(() => {})
  await opened?.close()
}
