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

// The tests build on each other.
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
const tab = (name: string) =>
  operator.page
    .getByRole('navigation', { name: 'Rate limits' })
    .getByRole('link', { name, exact: true })
const request = () => installation.call('GET', '/api/v1/auth/me', { token: busy.token })

test('a tier assigned to an account applies immediately', async () => {
  const { dialog } = operator
  await operator.navigate('Rate limits')
  await operator.heading('Rate limits').waitFor()
  await tab('Accounts').click()
  await operator.choose('Actions for Busy Engines', 'Change tier')
  await dialog.getByLabel('Tier', { exact: true }).selectOption('Free')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  const row = operator.page.getByRole('row', { name: /Busy Engines/ })
  await row.getByText('Free', { exact: true }).waitFor()
  expect((await request()).headers.get('ratelimit-policy')).toBe('"user_minute";q=72;w=60')
})

test('a throttled caller is listed in the violations and linked to the lookup', async () => {
  await until(async () => (await request()).status === 429, 'the request was throttled')
  await until(async () => {
    const { data } = await installation.admin.api.GET('/api/v1/admin/rate_limiting/violations')
    return data?.data.length
  }, 'the violation was recorded')
  await tab('Violations').click()
  const row = operator.page.getByRole('row', { name: /GET \/api\/v1\/auth\/me/ })
  await row.getByText('User, per minute').waitFor()
  await row.getByRole('link', { name: busy.id }).click()
  await section('Look up')
    .getByRole('row', { name: /User, per minute .*72/ })
    .waitFor()
})

test('a reset clears the counters', async () => {
  const { dialog } = operator
  await section('Look up').getByRole('button', { name: 'Reset' }).click()
  await dialog.getByRole('button', { name: 'Reset' }).click()
  await operator.waitForText('No active limits for')
  expect((await request()).status).toBe(200)
  await operator.field('ID or address').fill(busy.email)
  await section('Look up').getByRole('button', { name: 'Look up' }).click()
  await section('Look up')
    .getByRole('row', { name: /User, per hour/ })
    .waitFor()
})

test('rate limiting is disabled temporarily with a countdown, and enabled again', async () => {
  const { dialog } = operator
  await operator.button('Disable temporarily').click()
  await dialog.getByLabel('Duration').selectOption('15 min 0 s')
  await dialog.getByRole('button', { name: 'Disable' }).click()
  await section('Status')
    .getByText(/^14 min \d+ s$/)
    .waitFor()
  expect((await request()).headers.get('ratelimit')).toBeNull()
  await operator.button('Enable').click()
  await section('Status').getByText('Rate limits are enforced.').waitFor()
  expect((await request()).headers.get('ratelimit')).not.toBeNull()
})

test('a limit is changed within its bounds and saved', async () => {
  await tab('Settings').click()
  const requests = section('Requests')
  await operator.field('Unauthenticated requests').fill('4')
  await requests.getByRole('button', { name: 'Save changes' }).click()
  await requests.getByText(/must be/i).waitFor()
  await operator.field('Unauthenticated requests').fill('30')
  await operator.field('Default tier').selectOption('Business')
  await requests.getByRole('button', { name: 'Save changes' }).click()
  await operator.waitForText('Settings saved.')
  await section('Tiers')
    .getByRole('row', { name: /Business/ })
    .waitFor()
  const { data } = await installation.admin.api.GET('/api/v1/admin/rate_limiting/settings')
  expect(data?.data).toMatchObject({
    api_requests_per_minute: 30,
    default_rate_limit_tier: 'business',
  })
  await operator.page.reload()
  await operator.field('Unauthenticated requests').waitFor()
  expect(await operator.field('Unauthenticated requests').inputValue()).toBe('30 per minute')
})

test('a user who is not an administrator cannot open the rate limits', async () => {
  const owner = await register(installation.url)
  const other = await openSignedIn(browser, installation)
  await other.signIn(owner.email)
  await other.waitForShell()
  expect(await other.navigationEntries()).not.toContain('Rate limits')
  await other.open('/admin/rate_limiting')
  await other.waitForText('admin.rate_limiting.read')
  expect(other.problems).toEqual([])
  await other.page.context().close()
  const account = dataOf(await owner.api.GET('/api/v1/accounts/current'))
  expect(account).not.toHaveProperty('tier')
})

test('no page reported a problem', () => {
  expect(operator.problems).toEqual([])
})
