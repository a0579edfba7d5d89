import { rm } from 'node:fs/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { dataFolder, freshFolder } from './launch.ts'
import { copyFolder, end, postgresUrl, runUp } from './up.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder as the first start leaves it, to begin from. */
    template: string
    /** The installation that most files share. */
    shared: { url: string; folder: string }
  }
}

/** A web app elsewhere that may call the shared installation. */
export const ORIGIN = 'https://app.example.com'

/** Makes the data folder that installations begin from, and starts the one that most files share. */
export default async function setup(project: TestProject) {
  const parent = await freshFolder()
  const template = dataFolder(parent)
  await makeTemplate(template)
  const settings = { WEBHOOK_ALLOW_PRIVATE_TARGETS: 'true', CORS_ORIGINS: ORIGIN }
  const shared = await runUp(settings, template)
  project.provide('template', template)
  project.provide('shared', { url: shared.url, folder: shared.folder })
  return async () => {
    await shared.stop()
    await rm(parent, { recursive: true, force: true })
  }
}

async function makeTemplate(template: string) {
  const first = await runUp({})
  try {
    const client = new pg.Client({ connectionString: await postgresUrl(first) })
    await client.connect()
    // What a test writes may be lost with the machine; it still outlives a killed process.
    for (const setting of ['fsync', 'full_page_writes']) {
      await client.query(`alter system set ${setting} = off`)
    }
    await client.end()
    await end(first.up)
    await copyFolder(dataFolder(first.folder), template)
  } finally {
    await first.stop()
  }
}
