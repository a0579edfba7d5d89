import { type Call, caller } from './client.ts'
import { freePort, freshFolder, type LaunchSettings, launch } from './launch.ts'
import { environmentOf } from './processes.ts'
import { until } from './until.ts'
import { type Installation, stopUp } from './up.ts'

export interface SecondServer {
  url: string
  call: Call
  stop(): Promise<void>
}

/** Starts a second server of an installation, with the same database, master key and settings but its own port. */
export async function startSecond(
  installation: Installation,
  extra: LaunchSettings = {},
): Promise<SecondServer> {
  const folder = await freshFolder()
  const port = await freePort()
  const { DATABASE_URL = '', POWERNODE_MASTER_KEY = '' } = environmentOf(
    installation.pids().server ?? 0,
  )
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
