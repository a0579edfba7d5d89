import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { chmod, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ConfigError } from './kernel/config_error.ts'

const SQLITE_BUSY = 5
const SECRET_MODE = 0o600

/** The fix if a file of the data folder belongs to another user. */
export const RUN_AS_OWNER = 'run this as the user that runs Powernode, or as root'

/** Keeps the locks of this process from garbage collection, which would release them. */
const locks = new Set<DatabaseSync>()

/** Creates the data folder. Other users can traverse but not list it, because PostgreSQL may run as another user. */
export function makeFolder(dir: string): void {
  try {
    makeLevels(dir)
  } catch (error) {
    throwFileError(error as NodeJS.ErrnoException, dir)
  }
}

/** Creates one level at a time: below /proc, a recursive mkdir of Node.js never returns. */
function makeLevels(dir: string) {
  if (isFolder(dir)) return
  if (dirname(dir) !== dir) makeLevels(dirname(dir))
  try {
    mkdirSync(dir, { mode: 0o711 })
  } catch (error) {
    if (!isFolder(dir)) throw error // otherwise another process created it first
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/**
 * Locks the data folder for this process; the operating system releases the lock when the process ends for any reason.
 * Throws ConfigError if another process holds the lock. Uses a lock of SQLite, because Node.js has no flock.
 */
export function lockFolder(dir: string): () => void {
  makeFolder(dir)
  const [path, pidFile] = [join(dir, 'up.lock'), join(dir, 'up.pid')]
  const lock = takeLock(path, () => {
    const owner = readText(pidFile)
    return `Powernode is already running in ${dir}${owner ? ` (process ${owner})` : ''}: stop it first`
  })
  try {
    writeFileSync(pidFile, String(process.pid))
  } catch {} // only used in an error message
  locks.add(lock)
  return () => {
    rmSync(pidFile, { force: true })
    lock.close()
    locks.delete(lock)
  }
}

function takeLock(path: string, busy: () => string): DatabaseSync {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(path)
    // Nothing is written, so that locking also works on a full disk.
    lock.exec('pragma journal_mode = memory; begin exclusive')
    return lock
  } catch (error) {
    lock?.close()
    const { errcode, message } = error as { errcode?: number; message: string }
    throw new ConfigError(
      errcode === SQLITE_BUSY ? busy() : `Cannot lock ${path} (${message}): check its permissions`,
    )
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return ''
  }
}

/** The trimmed text of a file, or undefined if the file does not exist. */
export async function readSecret(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    const fix = code === 'EACCES' ? RUN_AS_OWNER : 'check its permissions'
    throw new ConfigError(`${path} cannot be read (${code}): ${fix}`)
  }
}

/**
 * Writes a file that only its owner can read, unless it already has this text. On failure, the file is either the previous
 * one or the complete new one.
 */
export async function writeSecret(path: string, text: string): Promise<void> {
  const temporaryPath = `${path}.new`
  try {
    if (await contains(path, text)) return
    await rm(temporaryPath, { force: true })
    const file = await open(temporaryPath, 'wx', SECRET_MODE)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporaryPath, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(temporaryPath, { force: true }).catch(() => {})
    throwFileError(error as NodeJS.ErrnoException, path)
  }
}

/** Whether the file contains this text; also corrects its mode. */
async function contains(path: string, text: string) {
  const [before, info] = await Promise.all([readFile(path, 'utf8'), stat(path)]).catch(() => [])
  if (before !== text || !info) return false
  if ((info.mode & 0o777) !== SECRET_MODE) await chmod(path, SECRET_MODE)
  return true
}

/** Makes a rename survive a power loss. Some file systems do not support this and do not need it. */
async function syncFolder(dir: string) {
  const folder = await open(dir).catch(() => undefined)
  await folder?.sync().catch(() => {})
  await folder?.close()
}

/** Throws a one-line ConfigError for an error of the file system. */
export function throwFileError(error: NodeJS.ErrnoException, path = error.path): never {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    throw new ConfigError(
      `The disk is full: ${path} could not be written; free up space and start again`,
    )
  }
  if (error.code === 'EACCES' || error.code === 'EPERM')
    throw new ConfigError(`No permission to write ${path}`)
  if (error.code && path) throw new ConfigError(`Cannot write ${path} (${error.code})`)
  throw error
}
