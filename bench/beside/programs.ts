import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const SOURCE = fileURLToPath(new URL('../peers/', import.meta.url))

/** A program that is not written for Node.js and replies to a line with a line. */
export interface Program {
  ask(line: string): Promise<string>
  stop(): Promise<void>
}

/** Whether a command of the machine succeeds. */
export function works(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/** Starts a command in `bench/peers`; it is ready once it has printed `ready`. */
export async function startProgram(
  [command = '', ...args]: string[],
  ready: RegExp,
  env: Record<string, string> = {},
): Promise<Program> {
  const child = spawn(command, args, {
    cwd: SOURCE,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  // Unlike a process of Node.js, it would outlive the benchmark.
  const kill = () => child.kill('SIGKILL')
  const exit = () => process.exit(1)
  process.once('exit', kill)
  process.once('SIGTERM', exit)
  const exited = once(child, 'exit')
  const nextLine = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`${command} stopped`)
    return value
  }
  while (!ready.test(await nextLine()));
  return {
    ask(line) {
      const reply = nextLine()
      child.stdin.write(`${line}\n`)
      return reply
    },
    async stop() {
      process.off('exit', kill)
      process.off('SIGTERM', exit)
      child.kill('SIGTERM')
      await exited
    },
  }
}
