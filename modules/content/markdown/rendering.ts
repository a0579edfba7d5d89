import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { CODE } from '@powernode/contract/code_files.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Rendered } from './render.ts'

/** The longest Markdown, in characters. */
export const MAX_CONTENT = 200_000
/** Longer Markdown is rendered in a thread, because it would hold up all other requests. */
const SHORT = 5000
const TIMEOUT_MS = 2000
const MAX_WAITING = 20
/** One account cannot keep the others from saving long texts. */
const MAX_WAITING_OF_ACCOUNT = 4

let thread: Promise<Worker> | undefined
let last: Promise<unknown> = Promise.resolve()
/** The account of each long text that waits or is rendered. */
const waiting: string[] = []

/**
 * Renders Markdown of up to 200,000 characters. Throws 422 on `content` if it takes longer than two seconds, and 503 if too
 * many wait, of the account or of all.
 */
export async function renderContent(
  { account }: Pick<Ctx, 'account'>,
  source: string,
): Promise<Rendered> {
  if (source.length <= SHORT) {
    const { renderMarkdown } = await import('./render.ts') // loaded with the first text
    return renderMarkdown(source)
  }
  const ofAccount = waiting.filter((id) => id === account.id).length
  if (waiting.length >= MAX_WAITING || ofAccount >= MAX_WAITING_OF_ACCOUNT) {
    throw fail.unavailable('Too many long texts are being rendered')
  }
  waiting.push(account.id)
  const rendered = last
    .then(() => renderInThread(source))
    .finally(() => waiting.splice(waiting.indexOf(account.id), 1))
  last = rendered.catch(() => {})
  return rendered
}

async function renderInThread(source: string): Promise<Rendered> {
  thread ??= openThread()
  const worker = await thread
  const answer = new Promise<Rendered>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('exit', () => reject(new Error('the thread ended')))
  })
  worker.postMessage(source)
  const timer = new AbortController()
  const late = sleep(TIMEOUT_MS, undefined, { signal: timer.signal })
  try {
    const rendered = await Promise.race([answer, late])
    if (rendered) return rendered
  } catch {
    // It ran out of memory.
  } finally {
    timer.abort()
    late.catch(() => {})
    worker.removeAllListeners('message').removeAllListeners('exit')
  }
  thread = undefined
  answer.catch(() => {})
  await worker.terminate()
  throw fail.invalid({ content: ['takes too long to render: simplify it'] })
}

/** The thread, when it is ready. It does not keep the process alive. */
function openThread(): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`./thread${CODE}`, import.meta.url))
    worker.on('error', (error) => {
      thread = undefined
      reject(error)
    })
    worker.once('message', () => {
      worker.unref()
      resolve(worker)
    })
  })
}
