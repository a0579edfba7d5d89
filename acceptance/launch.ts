import { spawn } from 'node:child_process'
import { chmod, mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const PROGRAM = resolve(import.meta.dirname, '../bin/powernode.mjs')

export type LaunchSettings = Record<string, string>

/** A `powernode` command that the test suite has started. */
export interface LaunchedProcess {
  pid: number
  /** Output so far. */
  output: { stdout: string; stderr: string }
  /** The exit code, or the signal that terminated it. */
  exited: Promise<number | NodeJS.Signals | null>
}

/** Runs `powernode <command>` in `folder`, with `settings` instead of the environment of this process. */
export function launch(
  folder: string,
  settings: LaunchSettings,
  command = ['up'],
  program = PROGRAM,
): LaunchedProcess {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [program, ...command], {
    cwd: folder,
    env: { PATH, HOME, POWERNODE_DATA_DIR: dataFolder(folder), LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk
  })
  const exited = new Promise<number | NodeJS.Signals | null>((done, fail) => {
    child.once('error', fail)
    child.once('close', (code, signal) => done(code ?? signal))
  })
  return { pid: child.pid ?? 0, output, exited }
}

export function dataFolder(folder: string): string {
  return join(folder, '.powernode')
}

/** A new folder that PostgreSQL can enter: it runs as another user when the suite runs as root. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'powernode-acceptance-'))
  await chmod(folder, 0o711)
  return folder
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
