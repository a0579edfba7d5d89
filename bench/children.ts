import { execFile, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const CONNECTIONS = 32
const run = promisify(execFile)

/** A process of the benchmark that answers each message with one. It exits when its channel closes. */
export interface BenchProcess<Answer> {
  ask(question: object): Promise<Answer>
  stop(): void
}

/** Starts `module` in a process of its own and hands it `input`; ready when it has answered once. */
export async function startChild<Ready, Answer = never>(
  module: URL,
  input: object,
): Promise<BenchProcess<Answer> & { ready: Ready }> {
  const child = fork(fileURLToPath(module), [JSON.stringify(input)])
  const answer = <T>() =>
    new Promise<T>((resolve, reject) => {
      const exited = (code: number | null) => reject(new Error(`${module} stopped (${code})`))
      child.once('exit', exited)
      child.once('message', (message) => {
        child.off('exit', exited)
        resolve(message as T)
      })
    })
  return {
    ready: await answer<Ready>(),
    ask(question) {
      const answered = answer<Answer>()
      child.send(question)
      return answered
    },
    stop: () => child.disconnect(),
  }
}

/** Loads `url` with autocannon in a process of its own; requests answered per second. */
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
  const result = JSON.parse(stdout) as Result
  if (result.errors + result.non2xx > 0) {
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} answers other than 2xx`)
  }
  return result['2xx'] / result.duration
}

interface Result {
  '2xx': number
  non2xx: number
  errors: number
  duration: number
}
