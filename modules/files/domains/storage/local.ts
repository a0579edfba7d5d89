import { constants, type Dir } from 'node:fs'
import { lstat, mkdir, open, opendir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { Failure } from '@powernode/server/platform/kernel/fail.ts'
import { type BytePart, type Driver, type PartWriter, unavailable } from './driver.ts'

const KEY = /^[a-z0-9_-]+(\/[a-z0-9_-]+)*$/
const UNFINISHED = 'tmp'
/** What is read at once: fewer reads than by default make downloads faster. */
const READ_BYTES = 256 * 1024
const { O_CREAT, O_EXCL, O_NOFOLLOW, O_RDONLY, O_WRONLY } = constants

/** Objects as files below `folder`, which is below `root`. Nothing follows symbolic links below `root`. */
export function openLocalDriver(root: string, folder: string): Driver {
  const pathOf = (key: string) => join(folder, requireKey(key))
  const unfinishedOf = (key: string) =>
    join(folder, UNFINISHED, requireKey(key).replaceAll('/', '-'))

  return {
    async write(key, bytes) {
      const [path, unfinished] = [pathOf(key), unfinishedOf(key)]
      await inWords(async () => {
        await makeFolders(root, dirname(unfinished))
        await writeDurably(unfinished, bytes)
        await publish(root, unfinished, path)
      })
    },
    read: (key, part) => inWords(() => openPart(pathOf(key), part)),
    remove: (key) =>
      inWords(async () => {
        await rm(unfinishedOf(key), { force: true })
        await rm(pathOf(key), { force: true })
      }),
    sizeOf: (key) => inWords(() => sizeOfFile(join(folder, key))),
    list: () => listFiles(folder),
    parts: localParts(root, pathOf, unfinishedOf),
  }
}

type PathOf = (key: string) => string

/** Parts are written at their offset into the unfinished file. */
function localParts(root: string, pathOf: PathOf, unfinishedOf: PathOf): PartWriter {
  return {
    needsFullParts: false,
    start: (key) =>
      inWords(async () => {
        const unfinished = unfinishedOf(key)
        await makeFolders(root, dirname(unfinished))
        const file = await open(unfinished, O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600)
        await file.close()
        await syncFolder(dirname(unfinished))
        return { key, upload_id: null }
      }),
    put: ({ key }, { number, offset }, bytes) =>
      inWords(async () => {
        const file = await open(unfinishedOf(key), O_WRONLY | O_NOFOLLOW)
        try {
          for (let at = 0; at < bytes.length; ) {
            at += (await file.write(bytes, at, bytes.length - at, offset + at)).bytesWritten
          }
          await file.datasync()
        } finally {
          await file.close()
        }
        return { number, size: bytes.length, etag: '' }
      }),
    finish: ({ key }, parts) =>
      inWords(async () => {
        const size = parts.reduce((sum, part) => sum + part.size, 0)
        const [path, unfinished] = [pathOf(key), unfinishedOf(key)]
        if ((await sizeOfFile(path)) === size) return
        const file = await open(unfinished, O_WRONLY | O_NOFOLLOW)
        try {
          // A part that nobody recorded may be behind the end.
          await file.truncate(size)
          await file.sync()
        } finally {
          await file.close()
        }
        await publish(root, unfinished, path)
      }),
    abort: ({ key }) => inWords(() => rm(unfinishedOf(key), { force: true })),
    reread: ({ key }, size) =>
      inWords(async () => {
        if (size === 0) return Readable.from([])
        return openPart(unfinishedOf(key), { first: 0, last: size - 1 })
      }),
  }
}

/** Gives a complete file its name, durably. */
async function publish(root: string, unfinished: string, path: string) {
  await makeFolders(root, dirname(path))
  await rename(unfinished, path)
  await syncFolder(dirname(path))
}

function requireKey(key: string): string {
  if (KEY.test(key) && !key.startsWith(`${UNFINISHED}/`)) return key
  throw new Error(`${JSON.stringify(key)} is not a key`)
}

async function writeDurably(path: string, bytes: AsyncIterable<Buffer>) {
  const file = await open(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o600)
  try {
    for await (const chunk of bytes) await file.appendFile(chunk) // unlike `write`, all of it
    await file.sync()
  } catch (error) {
    await rm(path, { force: true }).catch(() => {})
    throw error
  } finally {
    await file.close()
  }
}

async function openPart(path: string, part: BytePart | undefined): Promise<Readable> {
  const file = await open(path, O_RDONLY | O_NOFOLLOW)
  const { first, last } = part ?? {}
  return file.createReadStream({
    highWaterMark: READ_BYTES,
    ...(part && { start: first, end: last }),
  })
}

/** Makes the folders between `root` and `folder`. One that is a link could lead anywhere. */
async function makeFolders(root: string, folder: string) {
  await mkdir(root, { recursive: true, mode: 0o700 })
  let path = root
  for (const name of relative(root, folder).split(sep)) {
    const parent = path
    path = join(path, name)
    const isNew = await mkdir(path, { mode: 0o700 }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false
        throw error
      },
    )
    if (isNew) await syncFolder(parent)
    else if (!(await lstat(path)).isDirectory()) {
      throw unavailable('The storage contains a link where a folder must be')
    }
  }
}

/** Makes new names in a folder survive a power loss. */
async function syncFolder(path: string) {
  const folder = await open(path, O_RDONLY)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function sizeOfFile(path: string): Promise<number | undefined> {
  try {
    const { size } = await lstat(path)
    return size
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

async function* listFiles(folder: string, prefix = ''): AsyncGenerator<string> {
  const entries = await openFolder(join(folder, prefix))
  for await (const entry of entries ?? []) {
    const key = prefix ? `${prefix}/${entry.name}` : entry.name
    if (key === UNFINISHED) continue
    if (entry.isDirectory()) yield* listFiles(folder, key)
    else yield key
  }
}

function openFolder(path: string): Promise<Dir | undefined> {
  return opendir(path).catch((error) => {
    if (isAbsent(error)) return undefined
    throw error
  })
}

/** Whether a path, or a folder that leads to it, does not exist. */
const isAbsent = (error: unknown) =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')

const words: Record<string, string> = {
  ENOSPC: 'The disk of the storage is full',
  EDQUOT: 'The disk of the storage is full',
  EACCES: 'The server has no permission for the folder of the storage',
  EPERM: 'The server has no permission for the folder of the storage',
  EROFS: 'The disk of the storage is read-only',
  ENOENT: 'The file is not in its storage',
  ELOOP: 'The storage contains a link where a file must be',
  EMFILE: 'The server has too many open files',
  ENFILE: 'The server has too many open files',
}

/** Runs file operations; their errors become failures for people. */
async function inWords<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (error instanceof Failure || !syscall) throw error
    throw unavailable(words[code ?? ''] ?? `The storage cannot be used (${code})`)
  }
}
