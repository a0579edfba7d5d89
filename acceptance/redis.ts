import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram } from './debian.ts'
import { freePort } from './launch.ts'
import { until } from './until.ts'

/** A Redis server of the test suite, without persistence. */
export interface RedisServer {
  url: string
  /** Makes it hang: connections stay open but get no response. */
  freeze(): void
  thaw(): void
  kill(): Promise<void>
  /** Starts again on the same port, empty. */
  start(): Promise<void>
  /** Sends a command on a connection of its own; returns a function with all output received so far. */
  listen(command: string): Promise<() => string>
  stop(): Promise<void>
}

export async function startRedis(): Promise<RedisServer> {
  const { path, env } = await findProgram('redis-server')
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'powernode-redis-'))
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder]
  let child: ReturnType<typeof spawn>
  const sockets: ReturnType<typeof connect>[] = []

  async function start() {
    child = spawn(path, options, { env: { ...process.env, ...env }, stdio: 'ignore' })
    await until(async () => (await listen('PING'))().includes('PONG'), 'Redis responded')
  }

  async function listen(command: string) {
    let received = ''
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    socket.on('data', (data) => {
      received += data
    })
    socket.on('error', () => {})
    socket.write(`${command}\r\n`)
    await new Promise<unknown>((done) => socket.once('data', done).once('close', done))
    return () => received
  }

  async function kill() {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }

  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    kill,
    start,
    listen,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
