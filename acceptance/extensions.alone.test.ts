import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from './client.ts'
import { startInstallation } from './installation.ts'
import { launch } from './launch.ts'
import { signIn } from './people.ts'
import { type Installation, stopUp } from './up.ts'

let installation: Installation

// The tests run in order: without the extension, with it, and without it again.
beforeAll(async () => {
  installation = await startInstallation({ POWERNODE_EXTENSIONS: '' })
})
afterAll(async () => installation?.stop())

/** Restarts with these extensions; returns the extensions that the web app is given. */
async function restartWith(extensions: string) {
  await stopUp(installation.up)
  installation.settings.POWERNODE_EXTENSIONS = extensions
  await installation.restart()
  return loaded()
}

async function loaded() {
  const page = await (await fetch(installation.url)).text()
  const [, content = ''] = /<meta name="powernode" content="([^"]*)/.exec(page) ?? []
  return JSON.parse(content.replaceAll('&#34;', '"')).extensions as string[]
}

test('without extensions there are no plans and no limits', async () => {
  expect(await loaded()).toEqual([])
  const { token } = installation.admin
  const refused = await installation.call('GET', '/api/v1/plans', { token })
  expect(refused.status).toBe(404)
  const usage = dataOf(await installation.admin.api.GET('/api/v1/accounts/usage'))
  expect(usage.max_users.unlimited).toBe(true)
  expect(installation.admin.permissions).not.toContain('admin.plans.create')
})

test('an extension can be loaded later, with its permissions', async () => {
  expect(await restartWith('business')).toEqual(['business'])
  const admin = await signIn(installation.url, installation.admin.email)
  expect(admin.permissions).toContain('admin.plans.create')
  const plan = { name: 'Hobby', price_cents: 0 }
  expect(dataOf(await admin.api.POST('/api/v1/plans', { body: plan })).slug).toBe('hobby')
})

test('an extension can be left out again, and its data is kept for when it returns', async () => {
  expect(await restartWith('')).toEqual([])
  const admin = await signIn(installation.url, installation.admin.email)
  expect(admin.permissions).not.toContain('admin.plans.create')
  expect(await restartWith('business')).toEqual(['business'])
  const again = await signIn(installation.url, installation.admin.email)
  expect(dataOf(await again.api.GET('/api/v1/plans'))).toMatchObject([{ name: 'Hobby' }])
})

test('an unknown extension name stops the start with one line', async () => {
  const { settings, folder } = installation
  const started = launch(folder, { ...settings, POWERNODE_EXTENSIONS: 'bussiness' }, ['migrate'])
  expect(await started.exited).toBe(1)
  expect(started.output.stderr).toBe(
    'powernode: POWERNODE_EXTENSIONS names bussiness, which is not in modules/ or extensions/\n',
  )
})
