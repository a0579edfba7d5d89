import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import {
  BackupError,
  type BackupFile,
  type BackupHeader,
  type BackupIndex,
  type BackupSection,
  damagedBackup,
  END_BYTES,
  endLine,
  FORMAT,
  MAGIC,
  measure,
} from './format.ts'

const LONGEST_LINE = 64 * 1024 * 1024

/** Reads the header and index of a backup. Throws BackupError if it is not a backup, is truncated or was changed. */
export async function readBackup(path: string): Promise<BackupFile> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`${path} cannot be read (${error.code})`)
  })
  try {
    return await readEnds(path, file)
  } finally {
    await file.close()
  }
}

async function readEnds(path: string, file: FileHandle): Promise<BackupFile> {
  const { size } = await file.stat()
  const first = await bytes(file, 0, Math.min(size, 64))
  const [, format] = /^POWERNODE BACKUP (\d+)\n/.exec(first.toString('latin1')) ?? []
  if (!format) throw new BackupError(`${path} is not a backup of Powernode`)
  if (Number(format) > FORMAT) {
    throw new BackupError(`${path} was written by a newer Powernode: update this one first`)
  }
  const end = (await bytes(file, Math.max(0, size - END_BYTES), END_BYTES)).toString('latin1')
  const [, offset] = /^END (\d{16}) [0-9a-f]{64}\n$/.exec(end) ?? []
  if (!offset) throw damagedBackup(path, 'its end is missing')
  const start = MAGIC.length + format.length + 1
  const headerLine = await line(file, start, Math.min(size - start, LONGEST_LINE))
  const indexLength = size - END_BYTES - Number(offset)
  const indexLine =
    indexLength > 0 && indexLength <= LONGEST_LINE
      ? (await bytes(file, Number(offset), indexLength)).toString()
      : ''
  if (endLine(Number(offset), headerLine, indexLine) !== end) {
    throw damagedBackup(path, 'its header or index was changed')
  }
  const header = JSON.parse(headerLine) as BackupHeader
  const index = JSON.parse(indexLine) as BackupIndex
  if (index.sections.some(({ kind }) => kind !== 'table' && kind !== 'files')) {
    throw new BackupError(`${path} was written by a newer Powernode: update this one first`)
  }
  return { path, id: end.slice(-65).trim(), header, index }
}

/** Reads the decompressed content of a section. Fails if its checksum does not match. */
export async function readSection(
  { path }: BackupFile,
  section: BackupSection,
  take: (content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const { kind, name, offset, length } = section
  const words = kind === 'table' ? `table ${name}` : `the section of ${name}`
  const compressed: Readable = createReadStream(path, { start: offset, end: offset + length - 1 })
  const measured = measure()
  await pipeline(compressed, createZstdDecompress(), measured.pass, take).catch((error) => {
    if (String(error.code).startsWith('Z')) throw damagedBackup(path, `${words} cannot be read`)
    throw error
  })
  if (measured.bytes !== section.bytes || measured.sha256() !== section.sha256) {
    throw damagedBackup(path, `${words} does not match its checksum`)
  }
}

/** Reads every section and verifies its checksum, without a database. */
export async function verifyBackup(backup: BackupFile): Promise<void> {
  for (const section of backup.index.sections) {
    await readSection(backup, section, async (content) => {
      for await (const _ of content);
    })
  }
}

async function bytes(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position })
  return buffer.subarray(0, bytesRead)
}

/** Reads from `position` to the end of the line, at most `limit` bytes. */
async function line(file: FileHandle, position: number, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  for (let read = 0; read < limit; ) {
    const chunk = await bytes(file, position + read, Math.min(limit - read, 64 * 1024))
    const end = chunk.indexOf('\n')
    chunks.push(end < 0 ? chunk : chunk.subarray(0, end + 1))
    if (end >= 0 || chunk.length === 0) break
    read += chunk.length
  }
  return Buffer.concat(chunks).toString()
}
