import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from '../installation.ts'
import { dataFolder } from '../launch.ts'
import { register, type TestUser } from '../people.ts'
import type { Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Installation
let browser: Browser
let admin: SignedInPage
let member: TestUser

beforeAll(async () => {
  installation = await startInstallation()
  browser = await startBrowser()
  admin = await signInAs(installation.admin)
  member = await register(installation.url, 'Mary Somerville', 'Mechanism of the Heavens')
})
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
})

async function signInAs({ email }: TestUser): Promise<SignedInPage> {
  const user = await openSignedIn(browser, installation)
  await user.signIn(email)
  await user.waitForShell()
  return user
}

test('the overview shows figures, the health of each part, and who is new', async () => {
  await register(installation.url, 'Ada Lovelace', 'Newest account')
  await admin.navigate('Overview')
  await admin.heading('Administration').waitFor()
  const health = admin.page.getByRole('region', { name: 'Health' })
  for (const part of ['Database', 'Job queue', 'Workers', 'Mail', 'Disk']) {
    await health.getByText(part, { exact: true }).waitFor()
  }
  await health.getByText('Mail is kept in the mailbox').waitFor()
  const accounts = admin.page.getByRole('region', { name: 'New accounts' })
  await accounts.getByRole('link', { name: 'Newest account' }).click()
  await admin.heading('Accounts').waitFor()
  await admin.page.getByRole('row').filter({ hasText: 'newest-account' }).waitFor()
  expect(admin.problems).toEqual([])
})

test('the overview draws what servers and workers do, by itself, and all of it over one range', async () => {
  await admin.open('/admin')
  const traffic = admin.page.getByRole('region', { name: 'Traffic' })
  const figure = (name: string) => traffic.getByRole('figure', { name, exact: true })
  const total = (name: string, text: RegExp) =>
    figure(name).locator('strong').filter({ hasText: text }).waitFor({ timeout: 30_000 })
  await total('Requests', /[1-9].* a second$/)
  await total('Time to answer', /[1-9].* m?s$/)
  await figure('Failed requests').getByText('As in the hour before').waitFor()
  const completed = async () =>
    Number.parseInt(await figure('Jobs').locator('strong').innerText(), 10)
  const before = await completed()
  await register(installation.url) // is sent a mail, which is a job
  await expect.poll(completed, { timeout: 40_000 }).toBeGreaterThan(before)
  await traffic.locator('svg.recharts-surface').nth(3).waitFor()

  await traffic.getByText('24h', { exact: true }).click()
  await figure('Jobs').getByText('None in the day before').waitFor()
  expect(new URL(admin.page.url()).searchParams.get('time_range')).toBe('24h')
  await figure('Failed requests').getByRole('link', { name: 'Show the log' }).click()
  await admin.heading('Logs').waitFor()
  expect(new URL(admin.page.url()).searchParams.get('level')).toBe('error')
  expect(admin.problems).toEqual([])
})

test('whoever sits in a suspended account is out within seconds, and in again once it is activated', async () => {
  const owner = await register(installation.url, 'Charles Babbage', 'Difference Engines')
  const charles = await signInAs(owner)
  await admin.open('/admin/accounts?search=difference-engines')
  await admin.choose('Actions for Difference Engines', 'Suspend')
  await admin.dialog.getByLabel('Reason').fill('Unpaid invoices')
  await admin.dialog.getByRole('button', { name: 'Suspend' }).click()
  await admin.waitForText('Difference Engines is suspended.')

  // Without a click of his.
  await charles.heading('Sign in').waitFor()
  const mail = await installation.mailTo(owner.email, 'suspended')
  expect(mail.text).toContain('Unpaid invoices')
  await charles.signIn(owner.email)
  await charles.waitForText('This account is not active')

  await admin.choose('Actions for Difference Engines', 'Activate')
  await admin.waitForText('Difference Engines is active again.')
  await charles.signIn(owner.email)
  await charles.waitForShell()
  await charles.page.context().close()
  expect(admin.problems).toEqual([])
})

test('a setting takes effect at once and stands in the history; bounds are told on the field', async () => {
  await admin.open('/admin/settings')
  await admin.field('Name of this installation').fill('Engine room')
  await admin.field('Support address').fill('nobody')
  await admin.button('Save changes').first().click()
  await admin.waitForText('Support address is not a valid email address.')
  await admin.field('Support address').fill('help@example.com')
  await admin.page.getByText('Registration is open').click()
  await admin.button('Save changes').first().click()
  await admin.waitForText('Saved. Every server follows within a second.')
  const history = admin.page.getByRole('list', { name: 'Changes' })
  await history.getByText('registration_enabled').waitFor()

  const visitor = await openSignedIn(browser, installation)
  await visitor.open('/sign-in')
  await visitor.waitForText('Engine room')
  await visitor.waitForText('help@example.com')
  expect(await visitor.page.title()).toBe('Sign in · Engine room')
  expect(await visitor.page.getByText('Create an account').count()).toBe(0)
  await visitor.page.context().close()
})

test('maintenance is told to everybody but administrators, and ends as it began', async () => {
  const settings = (maintenance_mode: boolean) =>
    installation.admin.api.PATCH('/api/v1/admin_settings', { body: { maintenance_mode } })
  await settings(true)
  const person = await openSignedIn(browser, installation)
  await person.signIn(member.email)
  await person.waitForText('This server is being maintained. Please come back later')
  await admin.open('/admin')
  await admin.heading('Administration').waitFor()
  await settings(false)
  await person.open('/users')
  await person.heading('Users').waitFor()
  await person.page.context().close()
})

test('the signing key is rotated while signed in, and one stays signed in', async () => {
  await admin.open('/admin/security')
  await admin.button('Rotate key').click()
  await admin.dialog.getByLabel('Reason').fill('Yearly rotation')
  await admin.dialog.getByRole('button', { name: 'Rotate key' }).click()
  await admin.waitForText('Tokens are signed with a new key.')
  await admin.waitForText('Tokens of the key before it work until')
  await admin.page.reload()
  await admin.heading('Security of this server').waitFor()
  await admin.navigate('Audit log')
  await admin.page.getByRole('cell', { name: 'signing_key.rotated', exact: true }).waitFor()
  expect(admin.problems.filter((problem) => !problem.includes('422'))).toEqual([])
})

test('the log grows while one watches, and a line opens up', async () => {
  await admin.open('/admin/logs')
  await admin.heading('Logs').waitFor()
  const entry = { level: 'error', message: 'boiler went out', metadata: { pressure: 7 } }
  const lines = [{ ...entry, logged_at: new Date().toISOString() }]
  const token = await readFile(join(dataFolder(installation.folder), 'worker.token'), 'utf8')
  await installation.call('POST', '/api/v1/internal/system_logs', { token, body: { lines } })
  const row = admin.page.getByRole('row').filter({ hasText: 'boiler went out' })
  await row.waitFor()
  await row.getByRole('button', { name: /^Details of boiler/ }).click()
  await admin.waitForText('"pressure": 7')
  await admin.open('/admin/logs?level=fatal')
  await admin.waitForText('No lines match what you are looking for.')
})

test('an owner finds none of these pages', async () => {
  const owner = await register(installation.url).catch(() => undefined)
  expect(owner, 'registration was closed above').toBeUndefined()
  await installation.admin.api.PATCH('/api/v1/admin_settings', {
    body: { registration_enabled: true },
  })
  const user = await signInAs(await register(installation.url))
  expect(await user.navigationEntries()).not.toContain('Server settings')
  for (const path of ['', '/accounts', '/users', '/logs', '/settings', '/security']) {
    await user.open(`/admin${path}`)
    await user.heading('You cannot open this page').waitFor()
  }
  expect(user.problems).toEqual([])
  await user.page.context().close()
})

test('an administrator acts as somebody of another account, and is back with one click', async () => {
  await register(installation.url, 'Emmy Noether', 'Invariants')
  await admin.open('/admin/users?search=Emmy')
  await admin.choose('Actions for Emmy Noether', 'Act as this person')
  await admin.dialog.getByLabel('Reason').fill('Ticket 12')
  await admin.dialog.getByRole('button', { name: 'Act as this person' }).click()
  const banner = admin.aside('Acting as somebody else')
  await banner.getByText('You act as Emmy Noether — Ticket 12').waitFor()
  await admin.navigate('Users')
  await admin.page.getByRole('row').filter({ hasText: 'Emmy Noether' }).waitFor()
  await banner.getByRole('button', { name: 'Stop' }).click()
  await banner.waitFor({ state: 'detached' })
  await admin.open('/admin/users')
  await admin.heading('Users of all accounts').waitFor()
  expect(admin.problems).toEqual([])
})
