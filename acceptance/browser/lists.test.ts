import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { sharedInstallation } from '../installation.ts'
import { freshEmail, register, type TestUser } from '../people.ts'
import { until } from '../until.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let browser: Browser
let installation: Shared
let owner: TestUser
let user: SignedInPage

const KEYS = ['Alpha key', 'Beta key', 'Gamma key']

beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
  owner = await register(installation.url)
  for (const name of KEYS) {
    dataOf(await owner.api.POST('/api/v1/api_keys', { body: { name, scopes: ['users.read'] } }))
  }
  user = await openSignedIn(browser, installation)
  await user.signIn(owner.email)
  await user.waitForShell()
})
afterAll(async () => {
  await browser?.close()
})

const row = (name: string, { page } = user) => page.getByRole('row').filter({ hasText: name })
const expectFocus = (element: Locator) =>
  until(
    () => element.evaluate((one) => one === one.ownerDocument.activeElement),
    `${element} has the focus`,
  )
const press = async (...keys: string[]) => {
  for (const key of keys) await user.page.keyboard.press(key)
}
async function openKeys() {
  await user.open('/api_keys?sort=name')
  await row('Alpha key').waitFor()
}

test('the rows are walked and opened by keyboard, and Back returns to the row', async () => {
  await openKeys()
  await press('j')
  await expectFocus(row('Alpha key'))
  await press('j', 'j', 'j', 'k')
  await expectFocus(row('Beta key'))
  await press('Enter')
  await user.heading('Beta key').waitFor()
  await user.page.goBack()
  await expectFocus(row('Beta key'))
  await press('k', 'o')
  await user.heading('Alpha key').waitFor()
})

test('the keys after g open pages and do not move in the list', async () => {
  await openKeys()
  await press('g', 'k')
  await user.page.waitForURL((url) => url.search === '')
  const newest = user.page.getByRole('row').nth(1)
  await newest.getByText('Gamma key').waitFor()
  await press('j')
  await expectFocus(newest)
  await press('g', 'u')
  await user.heading('Users').waitFor()
})

test('x selects rows and Escape clears the selection; typing in the search does neither', async () => {
  await openKeys()
  await press('j', 'x', 'j', 'x')
  await user.waitForText('2 selected')
  await press('Escape')
  await user.page.getByText('2 selected').waitFor({ state: 'hidden' })
  await user.field('Search API keys').pressSequentially('x jk')
  await user.waitForText('No API keys match your search and filters.')
})

test('a click on a row opens it, and its controls keep their meaning', async () => {
  await openKeys()
  await row('Beta key').getByRole('checkbox').check()
  await user.waitForText('1 selected')
  await user.button('Actions for Beta key').click()
  await user.page.getByRole('menuitem', { name: 'Edit' }).waitFor()
  await press('Escape')
  expect(new URL(user.page.url()).pathname).toBe('/api_keys')

  const cell = row('Beta key').getByRole('cell').filter({ hasText: 'pk_live' })
  const opened = user.page.context().waitForEvent('page')
  await cell.click({ button: 'middle' })
  const tab = await opened
  await tab.getByRole('heading', { name: 'Beta key' }).waitFor()
  await tab.close()
  expect(new URL(user.page.url()).pathname).toBe('/api_keys')

  await cell.click()
  await user.heading('Beta key').waitFor()
})

test('a button explains itself under the pointer, and is announced as what it opens', async () => {
  await openKeys()
  const columns = user.button('Choose columns')
  const tip = user.page.getByRole('tooltip').filter({ hasText: 'Columns' })
  await columns.hover()
  await tip.waitFor()
  await press('Escape')
  await tip.waitFor({ state: 'hidden' })
  expect(await columns.getAttribute('aria-haspopup')).toBe('menu')
  await columns.click()
  await user.page.getByRole('menuitemcheckbox', { name: 'Exact times' }).waitFor()
  expect(await columns.getAttribute('aria-expanded')).toBe('true')
  await press('Escape')
})

test('several keys are revoked at once, after a confirmation', async () => {
  await openKeys()
  await user.field('Select all on this page').check()
  await user.button('Revoke').click()
  await user.dialog.getByText('Revoke 3 keys?').waitFor()
  await user.dialog.getByRole('button', { name: 'Revoke' }).click()
  await user.waitForText('3 revoked.')
  await user.waitForText('0 active, 3 revoked')
})

test('a failure of one row does not hide what was done to the others', async () => {
  const ids: string[] = []
  for (const prefix of ['one', 'two', 'three']) {
    const body = { email: freshEmail(prefix) }
    ids.push(dataOf(await owner.api.POST('/api/v1/invitations', { body })).id)
  }
  await user.open('/invitations')
  await row('three-').waitFor()
  await user.field('Select all on this page').check()
  const path = { id: ids[0] ?? '' }
  await owner.api.DELETE('/api/v1/invitations/{id}', { params: { path } })
  await user.button('Cancel invitations').click()
  await user.dialog.getByRole('button', { name: 'Cancel invitations' }).click()
  await user.waitForText('2 cancelled, 1 failed: This invitation is cancelled.')
})

test('on a phone, rows are cards of two lines and can be sorted', async () => {
  const phone = await openSignedIn(browser, installation, { viewport: { width: 390, height: 844 } })
  await phone.signIn(owner.email)
  await phone.button('Menu').waitFor()
  await phone.open('/api_keys?sort=name')
  const cards = phone.page.getByRole('list', { name: 'API keys' }).getByRole('listitem')
  await cards.first().waitFor()
  expect(await cards.first().innerText()).toContain('Alpha key')
  const box = await cards.first().boundingBox()
  expect(box?.height).toBeLessThan(80)

  await phone.button('Sort').click()
  await phone.page.getByRole('menuitemradio', { name: 'Name, descending' }).click()
  await until(
    async () => (await cards.first().innerText()).includes('Gamma key'),
    'the last name is first',
  )
  await phone.button('Details of Gamma key').click()
  await cards.first().getByText('Created by').waitFor()
  await cards.first().click({ position: { x: 200, y: 12 } })
  await phone.heading('Gamma key').waitFor()
  expect(phone.problems).toEqual([])
})

test('no page reported a problem', () => {
  // The invitation that was already cancelled.
  expect(user.problems.filter((problem) => !problem.includes('409 (Conflict)'))).toEqual([])
})
