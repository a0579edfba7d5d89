import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { program } from './debian.ts'
import { freePort } from './launch.ts'
import { until } from './until.ts'

/** A Redis of the suite's own, which keeps nothing on disk. */
export interface RedisServer {
  url: string
  /** Hangs: connections stay, answers do not come. */
  freeze(): void
  thaw(): void
  kill(): Promise<void>
  /** Starts again on the same port, empty. */
  start(): Promise<void>
  /** What a bare connection hears after it has said this, so far. */
  hear(command: string): Promise<() => string>
  stop(): Promise<void>
}

export async function startRedis(): Promise<RedisServer> {
  const { path, env } = await program('redis-server')
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'powernode-redis-'))
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder]
  let child: ReturnType<typeof spawn>
  const ears: ReturnType<typeof connect>[] = []

  async function start() {
    child = spawn(path, options, { env: { ...process.env, ...env }, stdio: 'ignore' })
    await until(async () => (await hear('PING'))().includes('PONG'), 'Redis answered')
  }

  async function hear(command: string) {
    let heard = ''
    const socket = connect(port, '127.0.0.1')
    ears.push(socket)
    socket.on('data', (data) => {
      heard += data
    })
    socket.on('error', () => {})
    socket.write(`${command}\r\n`)
    await new Promise<unknown>((done) => socket.once('data', done).once('close', done))
    return () => heard
  }

  async function kill() {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    kill,
    start,
    hear,
    async stop() {
      for (const socket of ears) socket.destroy()
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
