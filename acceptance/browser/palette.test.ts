import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { sharedInstallation } from '../installation.ts'
import { register, type TestUser } from '../people.ts'
import { until } from '../until.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

const FIELD = 'Search pages, records and actions'

let browser: Browser
let installation: Shared
let owner: TestUser
let user: SignedInPage
let keyId: string

beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
  owner = await register(installation.url, 'Katherine Johnson')
  const body = { name: 'Orbit importer', scopes: ['users.read' as const] }
  keyId = dataOf(await owner.api.POST('/api/v1/api_keys', { body })).id
  user = await openSignedIn(browser, installation)
  await user.signIn(owner.email)
  await user.waitForShell()
})
afterAll(async () => {
  await browser?.close()
})

const press = (key: string) => user.page.keyboard.press(key)
const option = (name: string | RegExp) => user.dialog.getByRole('option', { name })
const section = (name: string) => user.dialog.getByRole('group', { name, exact: true })
async function search(text: string) {
  await press('ControlOrMeta+k')
  await user.field(FIELD).fill(text)
}
/** The option that Enter runs. */
const current = async () =>
  (await user.dialog.getByRole('option', { selected: true }).allInnerTexts()).join(' | ')

test('a record is found by a part of its name and by its id', async () => {
  await search('orbit')
  await section('API keys').getByText('Orbit importer').waitFor()
  await press('Enter')
  await user.heading('Orbit importer').waitFor()

  await search(owner.id)
  await section('Users').getByText('Katherine Johnson').waitFor()
  await press('Enter')
  await user.heading('Katherine Johnson').waitFor()

  await search(keyId)
  await option(/Orbit importer/).click()
  await user.heading('Orbit importer').waitFor()
})

test('what is typed before the palette has loaded is searched', async () => {
  await user.page.reload()
  await user.waitForShell()
  await press('ControlOrMeta+k')
  await user.page.keyboard.type('orbit')
  await section('API keys').getByText('Orbit importer').waitFor()
  expect(await user.field(FIELD).inputValue()).toBe('orbit')
  await press('Escape')
})

test('what was opened last is offered first, without what is open now', async () => {
  await user.navigate('Webhooks')
  await user.heading('Webhooks').waitFor()
  await press('ControlOrMeta+k')
  const recent = await section('Recent').getByRole('option').allInnerTexts()
  expect(recent[0]).toContain('Orbit importer')
  expect(recent[1]).toContain('Katherine Johnson')
  expect(recent.join()).not.toContain('Webhooks')
  await press('ArrowDown')
  await press('ArrowDown')
  await press('ArrowUp')
  await press('Enter')
  await user.heading('Katherine Johnson').waitFor()
})

test('pages and actions are found by other words, and pages show their shortcut', async () => {
  await search('token')
  expect(await current()).toMatch(/API keys\s+g\s+k/)
  await user.field(FIELD).fill('invite someone')
  expect(await current()).toContain('Invite user')
  await user.field(FIELD).fill('log out')
  expect(await current()).toContain('Sign out')
  await user.field(FIELD).fill('dark mode')
  expect(await current()).toContain('Switch theme')
  await press('Escape')
})

test('the first result is highlighted and opened by Enter, also when it arrives late', async () => {
  const asked = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  await user.page.route(/\/api\/v1\/users\?search=/, async (route) => {
    asked.resolve()
    await held.promise
    await route.continue()
  })
  await search(owner.email)
  await asked.promise
  await user.dialog.getByText('Searching…').waitFor()
  expect(await current()).toBe('')
  held.resolve()
  await until(async () => (await current()).includes('Katherine Johnson'), 'the late result')
  await press('Enter')
  await user.heading('Katherine Johnson').waitFor()
})

test('recents are removed at sign-out', async () => {
  const stored = () =>
    user.page.evaluate('Object.keys(localStorage).filter((key) => key.includes("recents"))')
  expect(await stored()).toHaveLength(1)
  await user.signOut()
  await until(async () => ((await stored()) as string[]).length === 0, 'the recents are removed')
  expect(user.problems).toEqual([])
})
