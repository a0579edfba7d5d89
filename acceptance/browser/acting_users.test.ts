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

async function impersonate({ open, choose, dialog }: SignedInPage, { id, name }: TestUser) {
  await open(`/users/${id}`)
  await choose(`Actions for ${name}`, 'Impersonate')
  await dialog.getByLabel('Reason').fill('Ticket 4711')
  await dialog.getByRole('button', { name: 'Impersonate' }).click()
}

test('a user of another account works with delegated access, and loses it immediately when it is revoked', async () => {
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
  await charles.button('Switch account: Difference Engines').click()
  await charles.page.getByRole('menuitemradio', { name: 'Analytical Engines' }).click()
  await charles.aside('Working in another account').waitFor()
  await charles.navigate('Users')
  await charles.page.getByRole('cell', { name: owner.email, exact: true }).waitFor()
  expect(await charles.navigationEntries()).not.toContain('Audit log')
  expect(charles.problems).toEqual([])

  await ada.choose('Actions for Charles Babbage', 'Revoke')
  await dialog.getByRole('button', { name: 'Revoke access' }).click()
  await ada.waitForText('Access of Charles Babbage was revoked.')
  expect(ada.problems).toEqual([])

  // Without any action by the user.
  await charles.aside('Working in another account').waitFor({ state: 'detached' })
  await charles.open('/users')
  // The app may open his own account or the sign-in page, but not the other account.
  await charles.page.getByRole('heading', { name: /^(Users|Sign in)$/, level: 1 }).waitFor()
  await charles.page.waitForLoadState('networkidle')
  expect(await charles.page.getByText(owner.email).count()).toBe(0)
  await Promise.all([ada, charles].map(({ page }) => page.context().close()))
})

test('impersonating a user shows a banner, hides private data and is recorded', async () => {
  const owner = await register(installation.url)
  const member = await createColleague(installation.url, owner)
  const user = await signInAs(owner)
  const { page } = user
  await impersonate(user, member)
  const banner = user.aside('Impersonation')
  await banner.getByText('You are impersonating Grace Hopper (Ticket 4711)').waitFor()

  expect(await user.navigationEntries()).not.toContain('Audit log')
  await user.navigate('Users')
  await user.heading('Users').waitFor()
  expect(await banner.isVisible()).toBe(true)
  await user.choose('Account menu', 'Notifications')
  await user.heading('Notifications').waitFor()
  expect(await banner.isVisible()).toBe(true)
  await user.choose('Account menu', 'Security')
  await user.waitForText('are not shown while impersonating.')
  expect(await banner.isVisible()).toBe(true)
  expect(await user.button('Turn on').count()).toBe(0)

  await banner.getByRole('button', { name: 'Stop impersonating' }).click()
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

test('a reload stops using an impersonation, which can then be ended', async () => {
  const owner = await register(installation.url)
  const user = await signInAs(owner)
  await impersonate(user, await createColleague(installation.url, owner))
  await user.aside('Impersonation').waitFor()
  await user.page.reload()
  const openImpersonation = user.aside('Open impersonation')
  await openImpersonation
    .getByText('You are still impersonating Grace Hopper (Ticket 4711)')
    .waitFor()
  expect(await user.navigationEntries()).toContain('Audit log')
  await openImpersonation.getByRole('button', { name: 'End impersonation' }).click()
  await openImpersonation.waitFor({ state: 'detached' })
  expect(user.problems).toEqual([])
  await user.page.context().close()
})
