import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from './client.ts'
import { startInstallation } from './installation.ts'
import { launch } from './launch.ts'
import { signIn } from './people.ts'
import { end, type Installation } from './up.ts'

let installation: Installation

// Told in order: what is left out can be taken in, and left out again.
beforeAll(async () => {
  installation = await startInstallation({ POWERNODE_EXTENSIONS: '' })
})
afterAll(async () => installation?.stop())

/** Starts again with these extensions, and says what the page tells the web app of them. */
async function restartWith(extensions: string) {
  await end(installation.up)
  installation.settings.POWERNODE_EXTENSIONS = extensions
  await installation.restart()
  return loaded()
}

async function loaded() {
  const page = await (await fetch(installation.url)).text()
  const [, known = ''] = /<meta name="powernode" content="([^"]*)/.exec(page) ?? []
  return JSON.parse(known.replaceAll('&#34;', '"')).extensions as string[]
}

test('without extensions there are no plans, and nothing is limited', async () => {
  expect(await loaded()).toEqual([])
  const { token } = installation.admin
  const refused = await installation.call('GET', '/api/v1/plans', { token })
  expect(refused.status).toBe(404)
  const usage = dataOf(await installation.admin.api.GET('/api/v1/accounts/usage'))
  expect(usage.max_users.unlimited).toBe(true)
  expect(installation.admin.permissions).not.toContain('admin.plans.create')
})

test('an extension can be taken in later; the permissions come with it', async () => {
  expect(await restartWith('business')).toEqual(['business'])
  const admin = await signIn(installation.url, installation.admin.email)
  expect(admin.permissions).toContain('admin.plans.create')
  const plan = { name: 'Hobby', price_cents: 0 }
  expect(dataOf(await admin.api.POST('/api/v1/plans', { body: plan })).slug).toBe('hobby')
})

test('left out again it is gone, and what it kept is there when it comes back', async () => {
  expect(await restartWith('')).toEqual([])
  const admin = await signIn(installation.url, installation.admin.email)
  expect(admin.permissions).not.toContain('admin.plans.create')
  expect(await restartWith('business')).toEqual(['business'])
  const again = await signIn(installation.url, installation.admin.email)
  expect(dataOf(await again.api.GET('/api/v1/plans'))).toMatchObject([{ name: 'Hobby' }])
})

test('a name that is no extension stops the start with one line', async () => {
  const { settings, folder } = installation
  const started = launch(folder, { ...settings, POWERNODE_EXTENSIONS: 'bussiness' }, ['migrate'])
  expect(await started.exited).toBe(1)
  expect(started.output.stderr).toBe(
    'powernode: POWERNODE_EXTENSIONS names bussiness, which is not in modules/ or extensions/\n',
  )
})
