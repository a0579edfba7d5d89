import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type pg from 'pg'
import type { Platform } from '../kernel/platform.ts'
import { type BackupFile, damagedBackup, FILES_SECTION } from './format.ts'
import { readSection } from './reading.ts'
import type { BackupWriter } from './writing.ts'

const BATCH = 1000
const CHUNK_BYTES = 256 * 1024
const PATH = /^[a-z0-9_-]+(\/[a-z0-9_-]+)*$/
const UNFINISHED = '.restoring'
const { O_CREAT, O_NOFOLLOW, O_RDONLY, O_TRUNC, O_WRONLY } = constants

/**
 * Key of the advisory lock that a backup shares while it copies files. Whoever removes files that were complete takes it first,
 * and leaves them if that is not possible: a file that the snapshot has is there until it was copied.
 */
export const STORED_FILES_LOCK = `hashtext('powernode stored files')`

/** Files outside the database that belong to it. Data alone: a thread takes scheduled backups. */
export interface StoredFiles {
  /** Absolute path of their folder. */
  root: string
  /** SQL that selects their paths below it, as `path`. */
  query: string
}

export type StoredFilesOf = (installation: Pick<Platform, 'config' | 'environment'>) => StoredFiles

interface FileHeader {
  path: string
  size: number
}

/** Call it before the snapshot: files that are deleted from now on stay until the connection ends. */
export async function holdStoredFiles(client: pg.Client): Promise<void> {
  await client.query(`select pg_advisory_lock_shared(${STORED_FILES_LOCK})`)
}

/**
 * Writes the files that the snapshot of `client` has, then ends its transaction early: copying takes long, and an open snapshot
 * keeps the database from cleaning up. A file that is not there is left out and counted.
 */
export async function writeStoredFiles(
  client: pg.Client,
  { root, query }: StoredFiles,
  writer: BackupWriter,
): Promise<{ files: number; missing_files: number }> {
  const counts = { files: 0, missing_files: 0 }
  await client.query(`declare stored_files cursor with hold for ${query}`)
  await client.query('commit')

  async function* content() {
    for (;;) {
      const { rows } = await client.query<{ path: string }>(`fetch ${BATCH} from stored_files`)
      for (const { path } of rows) {
        const file = await open(join(root, path), O_RDONLY | O_NOFOLLOW).catch(
          (error: NodeJS.ErrnoException) => {
            if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
            throw error
          },
        )
        if (!file) counts.missing_files++
        else {
          counts.files++
          yield* entry(path, file)
        }
      }
      if (rows.length < BATCH) return
    }
  }

  await writer.section('files', FILES_SECTION, Readable.from(content()), async () => counts.files)
  return counts
}

async function* entry(path: string, file: FileHandle): AsyncGenerator<Buffer> {
  try {
    const { size } = await file.stat()
    yield Buffer.from(`${JSON.stringify({ path, size } satisfies FileHeader)}\n`)
    for (let read = 0; read < size; ) {
      const length = Math.min(CHUNK_BYTES, size - read)
      const { bytesRead, buffer } = await file.read({
        buffer: Buffer.alloc(length),
        position: read,
      })
      if (bytesRead === 0) throw new Error(`${path} became shorter while it was read`)
      yield buffer.subarray(0, bytesRead)
      read += bytesRead
    }
  } finally {
    await file.close()
  }
}

/** Writes the files of a backup below `root`, and leaves those that are there. Can be repeated. Returns their number. */
export async function restoreStoredFiles(backup: BackupFile, root: string): Promise<number> {
  const section = backup.index.sections.find(({ kind }) => kind === 'files')
  if (!section) return 0
  let files = 0
  await readSection(backup, section, async (content) => {
    const reader = readerOf(content)
    for (let line = await reader.line(); line !== undefined; line = await reader.line()) {
      const { path, size } = headerOf(backup, line)
      await restoreFile(join(root, path), size, reader.bytes(size))
      files++
    }
  })
  if (files !== section.rows) {
    throw damagedBackup(backup.path, `it has ${files} of ${section.rows} files`)
  }
  return files
}

function headerOf(backup: BackupFile, line: string): FileHeader {
  const { path, size } = JSON.parse(line) as FileHeader
  if (PATH.test(path) && Number.isSafeInteger(size)) return { path, size }
  throw damagedBackup(backup.path, 'it names a file outside of its folder')
}

async function restoreFile(path: string, size: number, content: AsyncIterable<Buffer>) {
  const found = await stat(path).catch(() => undefined)
  if (found?.size === size) {
    for await (const _ of content);
    return
  }
  const unfinished = `${path}${UNFINISHED}`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(unfinished, O_CREAT | O_WRONLY | O_TRUNC | O_NOFOLLOW, 0o600)
  try {
    for await (const chunk of content) await file.appendFile(chunk)
    await file.sync()
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await file.close()
  }
  await rename(unfinished, path)
}

/** Reads lines and bytes in turn. */
function readerOf(content: AsyncIterable<Buffer>) {
  const chunks = content[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)

  async function more(): Promise<boolean> {
    const { value, done } = await chunks.next()
    if (done) return false
    rest = rest.length === 0 ? value : Buffer.concat([rest, value])
    return true
  }

  return {
    /** Undefined at the end. */
    async line(): Promise<string | undefined> {
      for (;;) {
        const end = rest.indexOf('\n')
        if (end >= 0) {
          const text = rest.toString('utf8', 0, end)
          rest = rest.subarray(end + 1)
          return text
        }
        if (!(await more())) return undefined
      }
    },
    async *bytes(size: number): AsyncGenerator<Buffer> {
      for (let left = size; left > 0; ) {
        if (rest.length === 0 && !(await more())) throw new Error('The content ends too early')
        const taken = rest.subarray(0, left)
        rest = rest.subarray(taken.length)
        left -= taken.length
        yield taken
      }
    },
  }
}
