import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedInstallation } from '../installation.ts'
import { createColleague, register, type TestUser } from '../people.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { pageProblems } from './page_problems.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Shared
let browser: Browser
let owner: TestUser
let ada: SignedInPage

beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
  owner = await register(installation.url)
  ada = await openSignedIn(browser, installation, { bypassCSP: true })
  await ada.signIn(owner.email)
  await ada.waitForShell()
})
afterAll(async () => {
  await browser?.close()
})

test('a new user is a member unless chosen otherwise, and help is below its field', async () => {
  const { dialog } = ada
  await ada.navigate('Users')
  await ada.button('Add user').first().click()
  await dialog.getByText('Member', { exact: true }).waitFor()
  const field = await dialog.getByLabel('Roles').first().boundingBox()
  const help = await dialog.getByText('You can assign only roles whose permissions').boundingBox()
  expect(help?.y).toBeGreaterThan(field?.y ?? Number.POSITIVE_INFINITY)
  expect(await pageProblems(ada.page)).toEqual([])
})

test('Enter in a multi-select does not submit the form', async () => {
  const { dialog, page } = ada
  await dialog.getByLabel('Name').fill('Grace Hopper')
  await dialog.getByLabel('Email').fill('grace')
  await dialog.getByLabel('Roles').first().focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Name').press('Tab')
  expect(await dialog.getByText('Enter a valid email address.').count()).toBe(0)
  // In a text field it does, and the invalid field gets the focus.
  await dialog.getByLabel('Name').press('Enter')
  await dialog.getByText('Enter a valid email address.').waitFor()
  await expect.poll(() => page.locator(':focus').getAttribute('data-path')).toBe('email')
})

test('settings that a user may not change are text', async () => {
  const member = await createColleague(installation.url, owner)
  const grace = await openSignedIn(browser, installation, { bypassCSP: true })
  await grace.signIn(member.email)
  await grace.waitForShell()
  await grace.navigate('Account settings')
  await grace.page.getByRole('term').filter({ hasText: 'Account name' }).waitFor()
  await grace.page.getByRole('definition').filter({ hasText: 'Analytical Engines' }).waitFor()
  expect(await grace.page.locator('main :disabled').count()).toBe(0)
  expect(await pageProblems(grace.page)).toEqual([])
  expect(grace.problems).toEqual([])
})

test('a time zone is found by its place', async () => {
  ada.page.once('dialog', (dialog) => void dialog.accept())
  await ada.open('/settings/account')
  const field = ada.page.getByRole('combobox', { name: 'Time zone' })
  // Typing selects in a native list, which starts with the place.
  await field.focus()
  await ada.page.keyboard.type('Berlin')
  expect(await field.inputValue()).toBe('Europe/Berlin')
  await ada.button('Save changes').click()
  await ada.waitForText('The account was saved.')
})

test('no page reported a problem', () => {
  expect(ada.problems).toEqual([])
})
