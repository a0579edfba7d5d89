import { readdirSync, readFileSync } from 'node:fs'

interface Process {
  pid: number
  parent: number
  command: string
}

/** All descendants of the process `root`. */
export function descendants(root: number): Process[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const known = all.map(Number).flatMap((pid) => describe(pid) ?? [])
  const below = (parent: number): Process[] =>
    known
      .filter((process) => process.parent === parent)
      .flatMap((child) => [child, ...below(child.pid)])
  return below(root)
}

/** Whether a process is running; zombies are not. */
export function isAlive(pid: number): boolean {
  return describe(pid) !== undefined
}

/** Processes whose command line or environment mentions `folder`, including orphans of a killed parent. */
export function runningIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && mentions(pid, folder))
}

export function kill(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The environment that a process was started with. */
export function environmentOf(pid: number): Record<string, string> {
  const lines = read(pid, 'environ')?.split('\0') ?? []
  return Object.fromEntries(
    lines.map((line) => [line.split('=', 1)[0], line.replace(/^[^=]*=/, '')]),
  )
}

function mentions(pid: number, folder: string) {
  return isAlive(pid) && ['cmdline', 'environ'].some((name) => read(pid, name)?.includes(folder))
}

function describe(pid: number): Process | undefined {
  const stat = read(pid, 'stat')
  const [, state, parent] = stat?.match(/\) (\S) (\d+)/) ?? []
  if (!parent || state === 'Z' || state === 'X') return undefined
  const command = read(pid, 'cmdline')?.replaceAll('\0', ' ').trim() ?? ''
  return { pid, parent: Number(parent), command }
}

/** Undefined if the process has exited or belongs to another user. */
function read(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return undefined
  }
}
