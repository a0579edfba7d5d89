import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from './installation.ts'
import { type LaunchSettings, launch } from './launch.ts'
import { createColleague, register } from './people.ts'
import { type Pooler, startPooler } from './pgbouncer.ts'
import { databaseSettings, type SecondServer, startSecond } from './second.ts'
import { until } from './until.ts'
import type { Installation } from './up.ts'

const NO_NOTIFICATIONS =
  'PostgreSQL notifications (LISTEN) do not arrive: connect directly, or through a pooler in session mode'

let installation: Installation
let pooler: Pooler
let second: SecondServer | undefined
/** Settings for another process of the installation that connects through the pooler. */
let settings: LaunchSettings

beforeAll(async () => {
  installation = await startInstallation()
  const { DATABASE_URL, POWERNODE_MASTER_KEY } = await databaseSettings(installation)
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

test('a pooler in transaction mode is refused at start in one line, and reported by doctor', async () => {
  expect(await run(['server'])).toMatchObject({
    code: 1,
    stderr: `powernode: ${NO_NOTIFICATIONS}\n`,
  })
  const { code, stdout } = await run(['doctor'])
  expect([code, stdout.match(/^✗.*$/gm)]).toEqual([1, [`✗ notifications: ${NO_NOTIFICATIONS}`]])
})

test('a pooler in session mode works, and sessions revoked on another server end at once', async () => {
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

test('a server that no longer gets notifications reports it and stops using its caches', async () => {
  if (!second) throw new Error('the previous test starts it')
  const owner = await register(installation.url)
  const member = await createColleague(installation.url, owner)
  await pooler.restart('transaction')
  const health = async () => {
    const reply = await second?.call('GET', '/api/v1/admin_settings/health', {
      token: installation.admin.token,
    })
    return (reply?.body.data as { database?: { status: string; reason: string } })?.database
  }
  await until(
    async () => (await health())?.reason?.includes(NO_NOTIFICATIONS),
    'health reported it',
    30,
  )
  expect(await health()).toMatchObject({ status: 'warning' })
  for (let n = 0; n < 2; n++) {
    expect((await second.call('GET', '/api/v1/auth/me', { token: member.token })).status).toBe(200)
  }
  await installation.call('POST', '/api/v1/auth/logout', { token: member.token })
  expect((await second.call('GET', '/api/v1/auth/me', { token: member.token })).status).toBe(401)

  await pooler.restart('session')
  await until(async () => (await health())?.status === 'healthy', 'notifications arrived again', 30)
})
