import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { chmod, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ConfigError } from './kernel/config_error.ts'

const SQLITE_BUSY = 5
const SECRET_MODE = 0o600

/** Makes the data folder. Others may pass through it, since PostgreSQL may run as another user, but not list it. */
export function makeFolder(dir: string): void {
  try {
    makeLevels(dir)
  } catch (error) {
    explain(error as NodeJS.ErrnoException, dir)
  }
}

/** Level by level: below /proc a recursive mkdir of Node.js never returns. */
function makeLevels(dir: string) {
  if (isFolder(dir)) return
  if (dirname(dir) !== dir) makeLevels(dirname(dir))
  try {
    mkdirSync(dir, { mode: 0o711 })
  } catch (error) {
    if (!isFolder(dir)) throw error // otherwise another process was quicker
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/**
 * Takes the data folder for this process, which the operating system gives back when the process ends in whatever
 * way. Throws ConfigError where another process has it. The lock is SQLite's, because Node.js has no flock.
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
  } catch {} // it only helps to name the process
  return () => {
    rmSync(pidFile, { force: true })
    lock.close()
  }
}

function takeLock(path: string, busy: () => string): DatabaseSync {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(path)
    // Nothing is ever written, so that a full disk takes a lock as well.
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

/** The text of a file without the blanks around it, or undefined where there is none. */
export async function readSecret(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new ConfigError(`${path} cannot be read (${code}): check its permissions`)
  }
}

/**
 * Writes a file that only its owner may read, if it holds anything else so far. Whatever goes wrong, the file is either
 * the former one or the new one, whole.
 */
export async function writeSecret(path: string, text: string): Promise<void> {
  const beside = `${path}.new`
  try {
    if (await holds(path, text)) return
    await rm(beside, { force: true })
    const file = await open(beside, 'wx', SECRET_MODE)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {})
    explain(error as NodeJS.ErrnoException, path)
  }
}

/** Whether the file holds this text; its mode is set right. */
async function holds(path: string, text: string) {
  const [before, info] = await Promise.all([readFile(path, 'utf8'), stat(path)]).catch(() => [])
  if (before !== text || !info) return false
  if ((info.mode & 0o777) !== SECRET_MODE) await chmod(path, SECRET_MODE)
  return true
}

/** Makes a rename last; some file systems do not take the request, and need none. */
async function syncFolder(dir: string) {
  const folder = await open(dir).catch(() => undefined)
  await folder?.sync().catch(() => {})
  await folder?.close()
}

/** A failure of the file system in one line. */
export function explain(error: NodeJS.ErrnoException, path = error.path): never {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    throw new ConfigError(
      `The disk is full: ${path} could not be written; make room and start again`,
    )
  }
  if (error.code === 'EACCES' || error.code === 'EPERM')
    throw new ConfigError(`No permission to write ${path}`)
  if (error.code && path) throw new ConfigError(`Cannot write ${path} (${error.code})`)
  throw error
}
