import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { basename, join } from 'node:path'
import { program } from './debian.ts'
import { freePort, freshFolder } from './launch.ts'
import { until } from './until.ts'

/** Any number without rights; pgbouncer refuses to run as root. */
const NOBODY = 65534

type Mode = 'session' | 'transaction'

/** A pgbouncer in front of a PostgreSQL. */
export interface Pooler {
  /** The address of the database behind it. */
  url: string
  /** Starts it again on the same port; every connection through it is lost. */
  restart(mode: Mode): Promise<void>
  stop(): Promise<void>
}

export async function startPooler(databaseUrl: string, mode: Mode): Promise<Pooler> {
  const { username, password, hostname, port, pathname } = new URL(databaseUrl)
  const folder = await freshFolder()
  const { path, env } = await reachable(folder)
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
    await until(() => listens(own), 'pgbouncer listened')
  }

  async function end() {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  await start(mode)
  return {
    url: `postgres://${username}:${password}@127.0.0.1:${own}${pathname}`,
    async restart(mode) {
      await end()
      await start(mode)
    },
    async stop() {
      await end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The program where nobody in particular can read it too, which the cache below a home folder often is not. */
async function reachable(folder: string) {
  const found = await program('pgbouncer')
  const { LD_LIBRARY_PATH: libraries } = found.env
  if (!libraries || process.getuid?.() !== 0) return found
  const copy = join(folder, 'program')
  await mkdir(copy)
  const wanted = (await readdir(libraries)).filter((file) => /^lib(cares|event)/.test(file))
  for (const file of [found.path, ...wanted.map((name) => join(libraries, name))]) {
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
