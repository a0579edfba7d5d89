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

test('the overview shows metrics, the health of each component, and new accounts', async () => {
  await register(installation.url, 'Ada Lovelace', 'Newest account')
  await admin.navigate('Server overview')
  await admin.heading('Server overview').waitFor()
  const health = admin.page.getByRole('region', { name: 'Health' })
  for (const part of ['Database', 'Job queue', 'Workers', 'Email', 'Disk']) {
    await health.getByText(part, { exact: true }).waitFor()
  }
  await health.getByText('Email is captured in the mailbox').waitFor()
  const accounts = admin.page.getByRole('region', { name: 'New accounts' })
  await accounts.getByRole('link', { name: 'Newest account' }).click()
  await admin.heading('Newest account').waitFor()
  await admin.page.getByRole('row').filter({ hasText: 'Ada Lovelace' }).waitFor()
  expect(admin.problems).toEqual([])
})

test('⌘K finds an account by id, and its users are filtered by the names of account and role', async () => {
  const { page } = admin
  await page.keyboard.press('ControlOrMeta+k')
  await admin.field('Search pages, records and actions').fill(member.accountId)
  const accounts = admin.dialog.getByRole('group', { name: 'Accounts' })
  await accounts.getByText('Admin', { exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await admin.heading('Mechanism of the Heavens').waitFor()
  await admin.open(`/admin/users?account_id=${member.accountId}`)
  await admin.button('Account: Mechanism of the Heavens').waitFor()
  await admin.button('Role').click()
  await page.getByRole('menuitemradio', { name: 'Owner', exact: true }).click()
  await admin.button('Role: Owner').waitFor()
  expect(new URL(page.url()).searchParams.get('role')).toBe('owner')
  await page.getByRole('row').filter({ hasText: 'Mary Somerville' }).waitFor()
  await page.keyboard.press('Escape')
})

test('the overview updates its charts live, all with one time range', async () => {
  await admin.open('/admin')
  const traffic = admin.page.getByRole('region', { name: 'Traffic' })
  const figure = (name: string) => traffic.getByRole('figure', { name, exact: true })
  const total = (name: string, text: RegExp) =>
    figure(name).locator('strong').filter({ hasText: text }).waitFor({ timeout: 30_000 })
  await total('Requests', /[1-9].* per second$/)
  await total('Response time', /[1-9].* m?s p95$/)
  await figure('Failed requests').getByText('Same as in the previous hour').waitFor()
  const completed = async () =>
    Number.parseInt(await figure('Jobs').locator('strong').innerText(), 10)
  const before = await completed()
  await register(installation.url) // is sent a mail, which is a job
  await expect.poll(completed, { timeout: 40_000 }).toBeGreaterThan(before)
  await figure('Jobs').getByRole('application').waitFor()

  await traffic.getByLabel('Time range').selectOption('24h')
  await figure('Jobs').getByText('None in the previous day').waitFor()
  expect(new URL(admin.page.url()).searchParams.get('time_range')).toBe('24h')
  await figure('Failed requests').getByRole('link', { name: 'View logs' }).click()
  await admin.heading('Logs').waitFor()
  expect(new URL(admin.page.url()).searchParams.get('level')).toBe('error')
  expect(admin.problems).toEqual([])
})

test('a suspended account is signed out within seconds, and can sign in again after activation', async () => {
  const owner = await register(installation.url, 'Charles Babbage', 'Difference Engines')
  const charles = await signInAs(owner)
  await admin.open('/admin/accounts?search=difference-engines')
  await admin.choose('Actions for Difference Engines', 'Suspend')
  await admin.dialog.getByLabel('Reason').fill('Unpaid invoices')
  await admin.dialog.getByRole('button', { name: 'Suspend' }).click()
  await admin.waitForText('Difference Engines was suspended.')

  // Without any action by the user.
  await charles.heading('Sign in').waitFor()
  await charles.waitForText('Your account has been suspended')
  expect(charles.problems.filter((problem) => !problem.includes('401'))).toEqual([])
  const mail = await installation.mailTo(owner.email, 'suspended')
  expect(mail.text).toContain('Unpaid invoices')
  await charles.signIn(owner.email)
  await charles.waitForText('The account Difference Engines has been suspended.')

  await admin.choose('Actions for Difference Engines', 'Activate')
  await admin.waitForText('Difference Engines was activated.')
  await charles.signIn(owner.email)
  await charles.waitForShell()
  await charles.page.context().close()
  expect(admin.problems).toEqual([])
})

test('an account is opened from the list, with its members, usage and activity, and suspended from its menu', async () => {
  const { page } = admin
  await admin.open('/admin/accounts?search=mechanism')
  await page.getByRole('link', { name: 'Mechanism of the Heavens' }).click()
  await admin.heading('Mechanism of the Heavens').waitFor()
  await page.getByRole('row').filter({ hasText: member.email }).getByText('Active').waitFor()
  await admin.openTab('Usage')
  await page
    .getByRole('region', { name: 'Limits' })
    .getByText(/^1 of|^1, no limit/)
    .first()
    .waitFor()
  await page.getByRole('region', { name: 'Plan' }).getByText('never had a plan').waitFor()
  expect(await admin.button('Suspend').count()).toBe(0)
  await admin.choose('Actions for Mechanism of the Heavens', 'Suspend')
  await admin.dialog.getByRole('button', { name: 'Suspend' }).click()
  await page.getByRole('article').getByText('Suspended', { exact: true }).waitFor()
  await admin.openTab('Activity')
  const activity = page.getByRole('region', { name: 'Activity' })
  await activity.getByText('suspended the account').waitFor()
  await admin.choose('Actions for Mechanism of the Heavens', 'Activate')
  await activity.getByText('activated the account').waitFor()
  expect(admin.problems).toEqual([])
})

test('a setting is applied immediately and listed in the history; an invalid value is reported on its field', async () => {
  await admin.open('/admin/settings')
  await admin.field('System name').fill('Engine room')
  await admin.field('Support email').fill('nobody')
  await admin.button('Save changes').first().click()
  await admin.waitForText('Support email is not a valid email address.')
  await admin.field('Support email').fill('help@example.com')
  await admin.page.getByText('Open registration').click()
  await admin.button('Save changes').first().click()
  await admin.waitForText('Settings saved. They take effect within a second.')
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

test('maintenance mode rejects all users except administrators until it is turned off', async () => {
  const settings = (maintenance_mode: boolean) =>
    installation.admin.api.PATCH('/api/v1/admin_settings', { body: { maintenance_mode } })
  await settings(true)
  const user = await openSignedIn(browser, installation)
  await user.signIn(member.email)
  await user.waitForText('This server is under maintenance. Please try again later')
  await admin.open('/admin')
  await admin.heading('Server overview').waitFor()
  await settings(false)
  await user.open('/users')
  await user.heading('Users').waitFor()
  await user.page.context().close()
})

test('rotating the signing key keeps users signed in', async () => {
  await admin.open('/admin/security')
  await admin.button('Rotate key').click()
  await admin.dialog.getByLabel('Reason').fill('Yearly rotation')
  await admin.dialog.getByRole('button', { name: 'Rotate key' }).click()
  await admin.waitForText('The signing key was rotated.')
  await admin.waitForText('Tokens signed with the previous key are valid until')
  await admin.page.reload()
  await admin.heading('Server security').waitFor()
  await admin.navigate('Audit log')
  await admin.page
    .getByRole('link', { name: /rotated the signing key$/ })
    .first()
    .waitFor()
  expect(admin.problems.filter((problem) => !problem.includes('422'))).toEqual([])
})

test('the log updates live, and a line can be expanded', async () => {
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
  await admin.waitForText('No lines match your search and filters.')
})

test('distinct errors are counted, and show their request and stack', async () => {
  const stack = 'Error: valve is stuck\n    at turn (valve.ts:3:5)'
  const lines = ['a', 'b'].map((reqId) => ({
    level: 'error',
    message: 'pump failed',
    metadata: { reqId: `request-${reqId}`, err: { message: 'valve is stuck', stack } },
    logged_at: new Date().toISOString(),
  }))
  const token = await readFile(join(dataFolder(installation.folder), 'worker.token'), 'utf8')
  await installation.call('POST', '/api/v1/internal/system_logs', { token, body: { lines } })
  await admin.open('/admin/logs')
  await admin.page.getByRole('link', { name: 'Errors' }).click()
  const row = admin.page.getByRole('row').filter({ hasText: 'pump failed: valve is stuck' })
  await row.getByRole('cell', { name: '2', exact: true }).waitFor()
  await row.getByRole('button', { name: /^Details of pump/ }).click()
  await admin.waitForText('request-b')
})

test('the overview shows the largest tables with their retention', async () => {
  await admin.open('/admin')
  const size = admin.page.getByRole('region', { name: 'Database size' })
  const table = size.getByRole('table', { name: 'Largest tables' })
  await table.getByRole('row').filter({ hasText: 'audit_logs' }).waitFor()
  await size.getByText(/of the disk are free/).waitFor()
})

test('an owner cannot open the administration pages', async () => {
  const owner = await register(installation.url).catch(() => undefined)
  expect(owner, 'registration was closed above').toBeUndefined()
  await installation.admin.api.PATCH('/api/v1/admin_settings', {
    body: { registration_enabled: true },
  })
  const user = await signInAs(await register(installation.url))
  expect(await user.navigationEntries()).not.toContain('Server settings')
  for (const path of ['', '/accounts', '/users', '/logs', '/settings', '/security']) {
    await user.open(`/admin${path}`)
    await user.heading('You don’t have access to this page').waitFor()
  }
  expect(user.problems).toEqual([])
  await user.page.context().close()
})

test('an administrator impersonates a user of another account and stops with one click', async () => {
  await register(installation.url, 'Emmy Noether', 'Invariants')
  await admin.open('/admin/users?search=Emmy')
  await admin.choose('Actions for Emmy Noether', 'Impersonate')
  await admin.dialog.getByLabel('Reason').fill('Ticket 12')
  await admin.dialog.getByRole('button', { name: 'Impersonate' }).click()
  const banner = admin.aside('Impersonation')
  await banner.getByText('You are impersonating Emmy Noether (Ticket 12)').waitFor()
  await admin.navigate('Users')
  await admin.page.getByRole('row').filter({ hasText: 'Emmy Noether' }).waitFor()
  await banner.getByRole('button', { name: 'Stop impersonating' }).click()
  await banner.waitFor({ state: 'detached' })
  await admin.open('/admin/users')
  await admin.heading('All users').waitFor()
  expect(admin.problems).toEqual([])
})
