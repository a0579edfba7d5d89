import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { startInstallation } from '../installation.ts'
import { register, type TestUser } from '../people.ts'
import { until } from '../until.ts'
import type { Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Installation
let browser: Browser
let operator: SignedInPage
let busy: TestUser

// An operator's round, told in order: each test goes on where the one before it left off.
beforeAll(async () => {
  installation = await startInstallation({ DISABLE_RATE_LIMITING: 'false' })
  busy = await register(installation.url, 'Betty Busy', 'Busy Engines')
  browser = await startBrowser()
  operator = await openSignedIn(browser, installation)
  await operator.signIn(installation.admin.email)
  await operator.waitForShell()
})
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
})

const section = (name: string) => operator.page.getByRole('region', { name, exact: true })
const page = (name: string) =>
  operator.page.getByRole('navigation', { name: 'Limits' }).getByRole('link', { name, exact: true })
const ask = () => installation.call('GET', '/api/v1/auth/me', { token: busy.token })

test('an account is given a tier, which holds at once', async () => {
  const { dialog } = operator
  await operator.navigate('Limits')
  await operator.heading('Limits').waitFor()
  await page('Accounts').click()
  await operator.choose('Actions for Busy Engines', 'Change tier')
  await dialog.getByLabel('Tier', { exact: true }).selectOption('Free')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  const row = operator.page.getByRole('row', { name: /Busy Engines/ })
  await row.getByText('Free', { exact: true }).waitFor()
  expect((await ask()).headers.get('ratelimit-policy')).toBe('"user_minute";q=72;w=60')
})

test('whoever asks too much stands among the refusals, and is looked up from there', async () => {
  await until(async () => (await ask()).status === 429, 'it was refused')
  await until(async () => {
    const { data } = await installation.admin.api.GET('/api/v1/admin/rate_limiting/violations')
    return data?.data.length
  }, 'it was written down')
  await page('Refusals').click()
  const row = operator.page.getByRole('row', { name: /GET \/api\/v1\/auth\/me/ })
  await row.getByText('A person, a minute').waitFor()
  await row.getByRole('link', { name: busy.id }).click()
  await section('Look up')
    .getByRole('row', { name: /A person, a minute .*72/ })
    .waitFor()
})

test('resetting lets them begin anew', async () => {
  const { dialog } = operator
  await section('Look up').getByRole('button', { name: 'Reset' }).click()
  await dialog.getByRole('button', { name: 'Reset' }).click()
  await operator.waitForText('Nothing counts')
  expect((await ask()).status).toBe(200)
  await operator.field('Id or address').fill(busy.email)
  await section('Look up').getByRole('button', { name: 'Look up' }).click()
  await section('Look up')
    .getByRole('row', { name: /A person, an hour/ })
    .waitFor()
})

test('limits are switched off for a while, which is counted down, and on again', async () => {
  const { dialog } = operator
  await operator.button('Switch off for a while').click()
  await dialog.getByLabel('For how long').selectOption('15 min 0 s')
  await dialog.getByRole('button', { name: 'Switch off' }).click()
  await section('Status')
    .getByText(/^14 min \d+ s$/)
    .waitFor()
  expect((await ask()).headers.get('ratelimit')).toBeNull()
  await operator.button('Switch on').click()
  await section('Status').getByText('Limits hold for everybody.').waitFor()
  expect((await ask()).headers.get('ratelimit')).not.toBeNull()
})

test('a number is changed within its bounds, and kept', async () => {
  await page('Numbers').click()
  const requests = section('Requests')
  await operator.field('Visitors').fill('4')
  await requests.getByRole('button', { name: 'Save changes' }).click()
  await requests.getByText(/must be/i).waitFor()
  await operator.field('Visitors').fill('30')
  await operator.field('Default tier').selectOption('Business')
  await requests.getByRole('button', { name: 'Save changes' }).click()
  await operator.waitForText('Every server follows within a second.')
  await section('Tiers')
    .getByRole('row', { name: /Business/ })
    .waitFor()
  const { data } = await installation.admin.api.GET('/api/v1/admin/rate_limiting/settings')
  expect(data?.data).toMatchObject({
    api_requests_per_minute: 30,
    default_rate_limit_tier: 'business',
  })
  await operator.page.reload()
  await operator.field('Visitors').waitFor()
  expect(await operator.field('Visitors').inputValue()).toBe('30 a minute')
})

test('who does not run the platform sees none of it', async () => {
  const owner = await register(installation.url)
  const other = await openSignedIn(browser, installation)
  await other.signIn(owner.email)
  await other.waitForShell()
  expect(await other.navigationEntries()).not.toContain('Limits')
  await other.open('/admin/rate_limiting')
  await other.waitForText('admin.rate_limiting.read')
  expect(other.problems).toEqual([])
  await other.page.context().close()
  const mine = dataOf(await owner.api.GET('/api/v1/accounts/current'))
  expect(mine).not.toHaveProperty('tier')
})

test('nothing went wrong on the way', () => {
  expect(operator.problems).toEqual([])
})
