import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { basename, join } from 'node:path'
import { findProgram } from './debian.ts'
import { freePort, freshFolder } from './launch.ts'
import { until } from './until.ts'

/** An unprivileged user id; pgbouncer refuses to run as root. */
const NOBODY = 65534

type Mode = 'session' | 'transaction'

/** A pgbouncer for a PostgreSQL. */
export interface Pooler {
  /** The URL of the database through the pooler. */
  url: string
  /** Restarts it on the same port, which closes all connections. */
  restart(mode: Mode): Promise<void>
  stop(): Promise<void>
}

export async function startPooler(databaseUrl: string, mode: Mode): Promise<Pooler> {
  const { username, password, hostname, port, pathname } = new URL(databaseUrl)
  const folder = await freshFolder()
  const { path, env } = await readableCopy(folder)
  const own = await freePort()
  const config = join(folder, 'pgbouncer.ini')
  let child: ChildProcess

  async function start(mode: Mode) {
    const lines = [
      '[databases]',
      `* = host=${hostname} port=${port} user=${username} password=${password}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${own}`,
      'unix_socket_dir =',
      'auth_type = any',
      `pool_mode = ${mode}`,
      'default_pool_size = 40',
      'max_client_conn = 200',
    ]
    await writeFile(config, lines.join('\n'))
    await chmod(config, 0o644)
    const drop = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
    child = spawn(path, [config], { ...drop, env: { ...process.env, ...env }, stdio: 'ignore' })
    await until(() => listens(own), 'pgbouncer accepted connections')
  }

  async function stop() {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }

  await start(mode)
  return {
    url: `postgres://${username}:${password}@127.0.0.1:${own}${pathname}`,
    async restart(mode) {
      await stop()
      await start(mode)
    },
    async stop() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Copies the program to a folder that any user can read, which the cache in a home folder often is not. */
async function readableCopy(folder: string) {
  const found = await findProgram('pgbouncer')
  const { LD_LIBRARY_PATH: libraries } = found.env
  if (!libraries || process.getuid?.() !== 0) return found
  const copy = join(folder, 'program')
  await mkdir(copy)
  const libraryNames = (await readdir(libraries)).filter((file) => /^lib(cares|event)/.test(file))
  for (const file of [found.path, ...libraryNames.map((name) => join(libraries, name))]) {
    await copyFile(file, join(copy, basename(file)))
  }
  return { path: join(copy, 'pgbouncer'), env: { LD_LIBRARY_PATH: copy } }
}

function listens(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => done(true)).once('error', () => done(false))
    socket.once('connect', () => socket.destroy())
  })
}
