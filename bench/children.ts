import { execFile, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const CONNECTIONS = 32
const run = promisify(execFile)

/** A process of the benchmark that replies to each message with one message. It exits when its channel closes. */
export interface BenchProcess<Reply> {
  request(message: object): Promise<Reply>
  stop(): void
}

/** Starts `module` in a new process with `input`; its first message means that it is ready. */
export async function startChild<Ready, Reply = never>(
  module: URL,
  input: object,
  env: Record<string, string> = {},
): Promise<BenchProcess<Reply> & { ready: Ready }> {
  const child = fork(fileURLToPath(module), [JSON.stringify(input)], {
    env: { ...process.env, ...env },
  })
  const nextMessage = <T>() =>
    new Promise<T>((resolve, reject) => {
      const exited = (code: number | null) => reject(new Error(`${module} stopped (${code})`))
      child.once('exit', exited)
      child.once('message', (message) => {
        child.off('exit', exited)
        resolve(message as T)
      })
    })
  return {
    ready: await nextMessage<Ready>(),
    request(message) {
      const reply = nextMessage<Reply>()
      child.send(message)
      return reply
    },
    stop() {
      if (child.connected) child.disconnect()
    },
  }
}

/** Loads `url` with autocannon in a separate process; returns the successful requests per second. */
export async function requestsPerSecond(
  url: string,
  headers: Record<string, string>,
  seconds: number,
): Promise<number> {
  const { stdout } = await run(process.execPath, [
    fileURLToPath(import.meta.resolve('autocannon')),
    '--json',
    '--connections',
    String(CONNECTIONS),
    '--duration',
    String(seconds),
    ...Object.entries(headers).flatMap(([name, value]) => ['--headers', `${name}=${value}`]),
    url,
  ])
  const result = JSON.parse(stdout) as AutocannonResult
  if (result.errors + result.non2xx > 0) {
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} responses other than 2xx`)
  }
  return result['2xx'] / result.duration
}

interface AutocannonResult {
  '2xx': number
  non2xx: number
  errors: number
  duration: number
}
