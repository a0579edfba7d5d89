import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { sharedInstallation } from '../installation.ts'
import { createColleague, register, type TestUser } from '../people.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Shared
let browser: Browser
let owner: TestUser
let colleague: TestUser
let ada: SignedInPage
let role: string

beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
  owner = await register(installation.url)
  colleague = await createColleague(installation.url, owner)
  const body = { name: 'reader', display_name: 'Reader', permissions: ['users.read'] }
  role = dataOf(await owner.api.POST('/api/v1/roles', { body })).id
  ada = await openSignedIn(browser, installation)
  await ada.signIn(owner.email)
  await ada.waitForShell()
})
afterAll(async () => {
  await browser?.close()
})

const tab = (name: string) => ada.page.getByRole('tab', { name, exact: true })
const selected = async () => ada.page.getByRole('tab', { selected: true }).innerText()
const tabInUrl = () => new URL(ada.page.url()).searchParams.get('tab')

test('tabs are chosen by keyboard and kept in the URL, so that a link opens one', async () => {
  const { page } = ada
  await ada.open(`/roles/${role}`)
  await page.getByText('No one has this role yet.').waitFor()
  expect([await selected(), tabInUrl()]).toEqual(['Users', null])
  await tab('Users').focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('checkbox', { name: 'users.read', exact: true }).waitFor()
  expect([await selected(), tabInUrl()]).toEqual(['Permissions', 'permissions'])
  await page.reload()
  await page.getByRole('checkbox', { name: 'users.read', exact: true }).waitFor()
  await tab('Permissions').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Activity' }).getByText('created').first().waitFor()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await page.getByText('No one has this role yet.').waitFor()
  expect(tabInUrl()).toBeNull()
  await ada.open(`/roles/${role}?tab=nosuch`)
  await page.getByText('No one has this role yet.').waitFor()
})

test('another tab asks before it discards unsaved changes', async () => {
  const { page } = ada
  await ada.open(`/roles/${role}?tab=permissions`)
  await ada.field('Display name').fill('Careful reader')
  await ada.openTab('Users')
  await ada.dialog.getByText('Discard your changes?').waitFor()
  await ada.dialog.getByRole('button', { name: 'Keep editing' }).click()
  expect(await ada.field('Display name').inputValue()).toBe('Careful reader')
  await ada.button('Reset').click()
  await ada.openTab('Users')
  await page.getByText('No one has this role yet.').waitFor()
})

test('on a phone the facts are below the name, and the page does not scroll sideways', async () => {
  const { page } = ada
  await page.setViewportSize({ width: 390, height: 844 })
  const top = async (name: 'Summary' | 'Permissions') => {
    const part = name === 'Summary' ? page.getByRole('region', { name }) : tab(name)
    return (await part.boundingBox())?.y ?? 0
  }
  expect(await top('Summary')).toBeLessThan(await top('Permissions'))
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('what deletes or suspends is in the menu, and a suspended user is told why they are signed out', async () => {
  const grace = await openSignedIn(browser, installation)
  await grace.signIn(colleague.email)
  await grace.waitForShell()
  await ada.open(`/users/${colleague.id}`)
  await ada.heading('Grace Hopper').waitFor()
  for (const name of ['Delete', 'Suspend']) expect(await ada.button(name).count()).toBe(0)
  await ada.choose('Actions for Grace Hopper', 'Suspend')
  await ada.dialog.getByRole('button', { name: 'Suspend' }).click()
  await ada.page.getByRole('article').getByText('Suspended', { exact: true }).waitFor()
  await grace.heading('Sign in').waitFor()
  await grace.waitForText('You have been suspended')
  await grace.page.context().close()
})

test('the token of the live connection is not in its URL', async () => {
  const { page } = ada
  const connecting = page.waitForEvent('websocket')
  await page.reload()
  const socket = await connecting
  expect(new URL(socket.url()).search).toBe('')
  await socket.waitForEvent('framereceived', ({ payload }) => String(payload).includes('welcome'))
})

test('no page reported a problem', () => {
  expect(ada.problems).toEqual([])
})
