import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedInstallation } from '../installation.ts'
import { createColleague, register, type TestUser } from '../people.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let house: Shared
let browser: Browser

beforeAll(async () => {
  house = await sharedInstallation()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
})

async function seatOf({ email }: TestUser): Promise<SignedInPage> {
  const seat = await openSignedIn(browser, house)
  await seat.signIn(email)
  await seat.isIn()
  return seat
}

async function actAs({ open, choose, dialog }: SignedInPage, { id, name }: TestUser) {
  await open(`/users/${id}`)
  await choose(`Actions for ${name}`, 'Act as this person')
  await dialog.getByLabel('Reason').fill('Ticket 4711')
  await dialog.getByRole('button', { name: 'Act as this person' }).click()
}

test('another account lets an outsider work in it, and shows the door at once', async () => {
  const owner = await register(house.url, 'Ada Lovelace', 'Analytical Engines')
  const outsider = await register(house.url, 'Charles Babbage', 'Difference Engines')
  const { link } = await house.mailTo(outsider.email, 'Confirm')
  const token = new URL(link).searchParams.get('token')
  expect((await house.call('POST', '/api/v1/auth/verify-email', { body: { token } })).status).toBe(
    200,
  )
  const ada = await seatOf(owner)
  const charles = await seatOf(outsider)
  const { dialog } = ada
  await ada.follow('Delegations')
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
  await charles.follow('Users')
  await charles.page.getByRole('cell', { name: owner.email, exact: true }).waitFor()
  expect(await charles.entries()).not.toContain('Audit log')
  expect(charles.problems).toEqual([])

  await ada.choose('Actions for Charles Babbage', 'Revoke')
  await dialog.getByRole('button', { name: 'Revoke' }).click()
  await ada.reads('Charles Babbage has no access any more.')
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
  const owner = await register(house.url)
  const member = await createColleague(house.url, owner)
  const seat = await seatOf(owner)
  const { page } = seat
  await actAs(seat, member)
  const banner = seat.aside('Acting as somebody else')
  await banner.getByText('You act as Grace Hopper — Ticket 4711').waitFor()

  expect(await seat.entries()).not.toContain('Audit log')
  await seat.follow('Users')
  await seat.heading('Users').waitFor()
  expect(await banner.isVisible()).toBe(true)
  await seat.choose('Account menu', 'Notifications')
  await seat.heading('Notifications').waitFor()
  expect(await banner.isVisible()).toBe(true)
  await seat.choose('Account menu', 'Security')
  await seat.reads('They are not shown to whoever acts as them.')
  expect(await banner.isVisible()).toBe(true)
  expect(await seat.button('Turn on').count()).toBe(0)

  await banner.getByRole('button', { name: 'Stop' }).click()
  await banner.waitFor({ state: 'detached' })
  await seat.button('Account menu').click()
  await page.getByRole('menu').getByText(owner.email).waitFor()
  await page.keyboard.press('Escape')
  await seat.follow('Impersonations')
  const row = page.getByRole('row').filter({ hasText: 'Ticket 4711' })
  await row.getByText('Ada Lovelace as Grace Hopper').waitFor()
  await row.getByText('Ended').waitFor()
  expect(seat.problems).toEqual([])
  await page.context().close()
})

test('a reload makes one oneself again, and what was left running can be ended', async () => {
  const owner = await register(house.url)
  const seat = await seatOf(owner)
  await actAs(seat, await createColleague(house.url, owner))
  await seat.aside('Acting as somebody else').waitFor()
  await seat.page.reload()
  const leftOver = seat.aside('Still acting as somebody else')
  await leftOver.getByText('You still act as Grace Hopper — Ticket 4711').waitFor()
  expect(await seat.entries()).toContain('Audit log')
  await leftOver.getByRole('button', { name: 'Stop' }).click()
  await leftOver.waitFor({ state: 'detached' })
  expect(seat.problems).toEqual([])
  await seat.page.context().close()
})
