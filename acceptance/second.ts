import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Call, caller } from './client.ts'
import { dataFolder, freePort, freshFolder, type LaunchSettings, launch } from './launch.ts'
import { environmentOf } from './processes.ts'
import { until } from './until.ts'
import { type Installation, stopUp } from './up.ts'

export interface SecondServer {
  url: string
  call: Call
  stop(): Promise<void>
}

/** The embedded database of an installation and its master key, as settings for a standalone server. */
export async function databaseSettings({ folder, pids }: Installation) {
  const { POWERNODE_EMBEDDED_DATABASE: DATABASE_URL = '' } = environmentOf(pids().server ?? 0)
  const POWERNODE_MASTER_KEY = await readFile(join(dataFolder(folder), 'master.key'), 'utf8')
  return { DATABASE_URL, POWERNODE_MASTER_KEY }
}

/** Starts a second server of an installation, with the same database, master key and settings but its own port. */
export async function startSecond(
  installation: Installation,
  extra: LaunchSettings = {},
): Promise<SecondServer> {
  const folder = await freshFolder()
  const port = await freePort()
  const { DATABASE_URL, POWERNODE_MASTER_KEY } = await databaseSettings(installation)
  const own = { DATABASE_URL, POWERNODE_MASTER_KEY, PORT: String(port), ...extra }
  const server = launch(folder, { ...installation.settings, ...own }, ['server'])
  const url = `http://localhost:${port}`
  const call = caller(url)
  await until(
    async () => (await call('GET', '/api/v1/health/ready').catch(() => undefined))?.status === 200,
    `the second server was ready: ${server.output.stderr}`,
    60,
  )
  return {
    url,
    call,
    async stop() {
      await stopUp(server)
    },
  }
}
