import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { addJobs, type JobDefinition } from '@powernode/contract/jobs.ts'
import type { Handlers } from './runner.ts'

const FOLDER = join(import.meta.dirname, '../extensions')

/** What `extensions/<name>/worker/index.ts` exports. */
interface WorkerPart {
  jobs: Record<string, JobDefinition>
  handlers: Partial<Handlers>
}

/** Handlers of every extension there is; which of them are loaded, and so have jobs, is for the server to know. */
export async function extensionHandlers(): Promise<Partial<Handlers>> {
  const files = existsSync(FOLDER)
    ? readdirSync(FOLDER).map((name) => join(FOLDER, name, 'worker/index.ts'))
    : []
  const parts = await Promise.all(
    files.filter(existsSync).map((file) => import(file) as Promise<WorkerPart>),
  )
  for (const { jobs } of parts) addJobs(jobs)
  return Object.assign({}, ...parts.map(({ handlers }) => handlers))
}
