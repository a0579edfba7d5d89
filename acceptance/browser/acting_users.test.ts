import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedInstallation } from '../installation.ts'
import { createColleague, register, type TestUser } from '../people.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Shared
let browser: Browser

beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
})

async function signInAs({ email }: TestUser): Promise<SignedInPage> {
  const user = await openSignedIn(browser, installation)
  await user.signIn(email)
  await user.waitForShell()
  return user
}

async function actAs({ open, choose, dialog }: SignedInPage, { id, name }: TestUser) {
  await open(`/users/${id}`)
  await choose(`Actions for ${name}`, 'Act as this person')
  await dialog.getByLabel('Reason').fill('Ticket 4711')
  await dialog.getByRole('button', { name: 'Act as this person' }).click()
}

test('another account lets an outsider work in it, and shows the door at once', async () => {
  const owner = await register(installation.url, 'Ada Lovelace', 'Analytical Engines')
  const outsider = await register(installation.url, 'Charles Babbage', 'Difference Engines')
  const { link } = await installation.mailTo(outsider.email, 'Confirm')
  const token = new URL(link).searchParams.get('token')
  expect(
    (await installation.call('POST', '/api/v1/auth/verify-email', { body: { token } })).status,
  ).toBe(200)
  const ada = await signInAs(owner)
  const charles = await signInAs(outsider)
  const { dialog } = ada
  await ada.navigate('Delegations')
  await ada.button('Delegate access').first().click()
  await dialog.getByLabel('Email').fill(outsider.email)
  await dialog.getByLabel('Role').first().click()
  await ada.page.getByRole('option', { name: 'Member' }).click()
  await dialog.getByRole('button', { name: 'Delegate access' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await ada.page.getByRole('cell', { name: outsider.email, exact: true }).waitFor()

  await charles.page.reload()
  await charles.button('Account menu').click()
  await charles.page.getByRole('menuitem', { name: 'Switch account' }).hover()
  await charles.page.getByRole('menuitemradio', { name: 'Analytical Engines' }).click()
  await charles.aside('Working in another account').waitFor()
  await charles.navigate('Users')
  await charles.page.getByRole('cell', { name: owner.email, exact: true }).waitFor()
  expect(await charles.navigationEntries()).not.toContain('Audit log')
  expect(charles.problems).toEqual([])

  await ada.choose('Actions for Charles Babbage', 'Revoke')
  await dialog.getByRole('button', { name: 'Revoke' }).click()
  await ada.waitForText('Charles Babbage has no access any more.')
  expect(ada.problems).toEqual([])

  // Without a step of his.
  await charles.aside('Working in another account').waitFor({ state: 'detached' })
  await charles.open('/users')
  // Where he ends is the app's choice, his own account or the sign-in page, as long as it is not hers.
  await charles.page.getByRole('heading', { name: /^(Users|Sign in)$/, level: 1 }).waitFor()
  await charles.page.waitForLoadState('networkidle')
  expect(await charles.page.getByText(owner.email).count()).toBe(0)
  await Promise.all([ada, charles].map(({ page }) => page.context().close()))
})

test('somebody acts as a colleague under a banner, kept from what is private, and on record', async () => {
  const owner = await register(installation.url)
  const member = await createColleague(installation.url, owner)
  const user = await signInAs(owner)
  const { page } = user
  await actAs(user, member)
  const banner = user.aside('Acting as somebody else')
  await banner.getByText('You act as Grace Hopper — Ticket 4711').waitFor()

  expect(await user.navigationEntries()).not.toContain('Audit log')
  await user.navigate('Users')
  await user.heading('Users').waitFor()
  expect(await banner.isVisible()).toBe(true)
  await user.choose('Account menu', 'Notifications')
  await user.heading('Notifications').waitFor()
  expect(await banner.isVisible()).toBe(true)
  await user.choose('Account menu', 'Security')
  await user.waitForText('They are not shown to whoever acts as them.')
  expect(await banner.isVisible()).toBe(true)
  expect(await user.button('Turn on').count()).toBe(0)

  await banner.getByRole('button', { name: 'Stop' }).click()
  await banner.waitFor({ state: 'detached' })
  await user.button('Account menu').click()
  await page.getByRole('menu').getByText(owner.email).waitFor()
  await page.keyboard.press('Escape')
  await user.navigate('Impersonations')
  const row = page.getByRole('row').filter({ hasText: 'Ticket 4711' })
  await row.getByText('Ada Lovelace as Grace Hopper').waitFor()
  await row.getByText('Ended').waitFor()
  expect(user.problems).toEqual([])
  await page.context().close()
})

test('a reload makes one oneself again, and what was left running can be ended', async () => {
  const owner = await register(installation.url)
  const user = await signInAs(owner)
  await actAs(user, await createColleague(installation.url, owner))
  await user.aside('Acting as somebody else').waitFor()
  await user.page.reload()
  const leftOver = user.aside('Still acting as somebody else')
  await leftOver.getByText('You still act as Grace Hopper — Ticket 4711').waitFor()
  expect(await user.navigationEntries()).toContain('Audit log')
  await leftOver.getByRole('button', { name: 'Stop' }).click()
  await leftOver.waitFor({ state: 'detached' })
  expect(user.problems).toEqual([])
  await user.page.context().close()
})
