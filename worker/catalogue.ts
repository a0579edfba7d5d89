import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { JobDefinition } from '@powernode/contract/declare.ts'
import { addJobs } from '@powernode/contract/jobs.ts'
import type { Handlers } from './runner.ts'

const ROOT = join(import.meta.dirname, '..')
const FILES = '{modules,extensions}/*/domains/*/handlers.ts'

/** What the file exports: the jobs of a domain and what is done for each. */
interface HandlerFile {
  default: { jobs: Record<string, JobDefinition>; handlers: Partial<Handlers> }
}

/** The handlers of a domain: one for each of its jobs, or it does not compile. */
export function defineHandlers<Jobs extends Partial<Record<keyof Handlers, JobDefinition>>>(
  jobs: Jobs,
  handlers: Pick<Handlers, keyof Jobs & keyof Handlers>,
) {
  return { jobs, handlers }
}

/** Handlers of every module there is; which of them are loaded, and so have jobs, is for the server to know. */
export async function loadHandlers(): Promise<Handlers> {
  const files = globSync(FILES, { cwd: ROOT }).sort()
  const parts = await Promise.all(
    files.map((file) => import(join(ROOT, file)) as Promise<HandlerFile>),
  )
  for (const { default: part } of parts) addJobs(part.jobs, {})
  return Object.assign({}, ...parts.map(({ default: part }) => part.handlers))
}
