import { globSync } from 'node:fs'
import { join } from 'node:path'
import { CODE } from '@powernode/contract/code_files.ts'
import type { JobDefinition } from '@powernode/contract/declare.ts'
import { addJobs } from '@powernode/contract/jobs.ts'
import type { Handlers } from './runner.ts'

const ROOT = join(import.meta.dirname, '..')
const FILES = `{modules,extensions}/*/domains/*/handlers${CODE}`

/** The export of the file: the jobs of a domain and their handlers. */
interface HandlerFile {
  default: { jobs: Record<string, JobDefinition>; handlers: Partial<Handlers> }
}

/** The handlers of a domain; does not compile unless each job has one. */
export function defineHandlers<Jobs extends Partial<Record<keyof Handlers, JobDefinition>>>(
  jobs: Jobs,
  handlers: Pick<Handlers, keyof Jobs & keyof Handlers>,
) {
  return { jobs, handlers }
}

/** Handlers of all modules; the server knows which modules are loaded and so have jobs. */
export async function loadHandlers(): Promise<Handlers> {
  const files = globSync(FILES, { cwd: ROOT }).sort()
  const parts = await Promise.all(
    files.map((file) => import(join(ROOT, file)) as Promise<HandlerFile>),
  )
  for (const { default: part } of parts) addJobs(part.jobs, {})
  return Object.assign({}, ...parts.map(({ default: part }) => part.handlers))
}
