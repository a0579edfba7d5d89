import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { CODE } from '@powernode/contract/code_files.ts'
import type { ChildInput, ChildOutput } from './child_types.ts'

const PROGRAM = join(import.meta.dirname, `child${CODE}`)
const MAX_MEMORY_MB = 512
const MAX_MS = 300_000

/** Runs work on a file of a stranger in a process of its own. Throws if that process dies, or when it takes five minutes. */
export async function runChild(input: ChildInput, stop: AbortSignal): Promise<ChildOutput> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(MAX_MS)])
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${MAX_MEMORY_MB}`, '--disable-warning=ExperimentalWarning', PROGRAM],
    { signal, killSignal: 'SIGKILL', stdio: ['pipe', 'pipe', 'ignore'], env: {} },
  )
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  child.stdin.on('error', () => {}) // it died; its exit code tells
  child.stdin.end(JSON.stringify(input))
  const [output, code] = await Promise.all([text(child.stdout), ended])
  if (code === 0) return JSON.parse(output) as ChildOutput
  throw new Error(`The process that read the file ended with ${code ?? 'a signal'}`)
}
