import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from './installation.ts'
import { type LaunchSettings, launch } from './launch.ts'
import { createColleague, register } from './people.ts'
import { type Pooler, startPooler } from './pgbouncer.ts'
import { environmentOf } from './processes.ts'
import { type SecondServer, startSecond } from './second.ts'
import { until } from './until.ts'
import type { Installation } from './up.ts'

const DEAF =
  'Notifications of PostgreSQL (LISTEN) do not arrive: connect directly, or through a pooler in session mode'

let installation: Installation
let pooler: Pooler
let second: SecondServer | undefined
/** Those of another process of the installation, which reaches the database through the pooler. */
let settings: LaunchSettings

beforeAll(async () => {
  installation = await startInstallation()
  const { DATABASE_URL = '', POWERNODE_MASTER_KEY = '' } = environmentOf(
    installation.pids().server ?? 0,
  )
  pooler = await startPooler(DATABASE_URL, 'transaction')
  settings = { DATABASE_URL: pooler.url, POWERNODE_MASTER_KEY, PORT: '0' }
})
afterAll(async () => {
  await second?.stop()
  await pooler?.stop()
  await installation?.stop()
})

async function run(command: string[]) {
  const launched = launch(installation.folder, settings, command)
  const code = await launched.exited
  return { code, ...launched.output }
}

test('a pooler in transaction mode is refused at the start in one line, and named by the doctor', async () => {
  expect(await run(['server'])).toMatchObject({ code: 1, stderr: `powernode: ${DEAF}\n` })
  const { code, stdout } = await run(['doctor'])
  expect([code, stdout.match(/^✗.*$/gm)]).toEqual([1, [`✗ notifications: ${DEAF}`]])
})

test('a pooler in session mode serves, and what other servers revoke ends at once', async () => {
  await pooler.restart('session')
  second = await startSecond(installation, { DATABASE_URL: pooler.url })
  const owner = await register(installation.url)
  const me = { token: owner.token }
  expect((await second.call('GET', '/api/v1/auth/me', me)).status).toBe(200)
  await installation.call('POST', '/api/v1/auth/logout', me)
  await until(
    async () => (await second?.call('GET', '/api/v1/auth/me', me))?.status === 401,
    'the session ended on the second server',
    2,
  )
})

test('a server whose pooler stops passing notifications says so, and serves nothing from memory', async () => {
  if (!second) throw new Error('The test before started it')
  const owner = await register(installation.url)
  const member = await createColleague(installation.url, owner)
  await pooler.restart('transaction')
  const health = async () => {
    const reply = await second?.call('GET', '/api/v1/admin_settings/health', {
      token: installation.admin.token,
    })
    return (reply?.body.data as { database?: { status: string; reason: string } })?.database
  }
  await until(async () => (await health())?.reason?.includes(DEAF), 'health told of it', 30)
  expect(await health()).toMatchObject({ status: 'warning' })
  for (let n = 0; n < 2; n++) {
    expect((await second.call('GET', '/api/v1/auth/me', { token: member.token })).status).toBe(200)
  }
  await installation.call('POST', '/api/v1/auth/logout', { token: member.token })
  expect((await second.call('GET', '/api/v1/auth/me', { token: member.token })).status).toBe(401)

  await pooler.restart('session')
  await until(async () => (await health())?.status === 'healthy', 'it heard again', 30)
})
