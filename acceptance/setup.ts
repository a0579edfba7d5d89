import { rm } from 'node:fs/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { dataFolder, freshFolder } from './launch.ts'
import { copyFolder, postgresUrl, runUp, stopUp } from './up.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** An initialised data folder, which installations copy. */
    template: string
    /** The installation that most test files share. */
    shared: { url: string; folder: string }
  }
}

/** Another web origin that may call the shared installation. */
export const ORIGIN = 'https://app.example.com'

/** Creates the data folder that installations copy, and starts the installation that most test files share. */
export default async function setup(project: TestProject) {
  const parent = await freshFolder()
  const template = dataFolder(parent)
  await createTemplate(template)
  const settings = { WEBHOOK_ALLOW_PRIVATE_TARGETS: 'true', CORS_ORIGINS: ORIGIN }
  const shared = await runUp(settings, template)
  project.provide('template', template)
  project.provide('shared', { url: shared.url, folder: shared.folder })
  return async () => {
    await shared.stop()
    await rm(parent, { recursive: true, force: true })
  }
}

async function createTemplate(template: string) {
  const first = await runUp({})
  try {
    const client = new pg.Client({ connectionString: await postgresUrl(first) })
    await client.connect()
    // Faster, and safe for tests: writes survive a killed process, only not a crash of the machine.
    for (const setting of ['fsync', 'full_page_writes']) {
      await client.query(`alter system set ${setting} = off`)
    }
    await client.end()
    await stopUp(first.up)
    await copyFolder(dataFolder(first.folder), template)
  } finally {
    await first.stop()
  }
}
