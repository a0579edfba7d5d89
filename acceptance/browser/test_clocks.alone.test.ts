import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { startInstallation } from '../installation.ts'
import { freePort } from '../launch.ts'
import { register, type TestUser } from '../people.ts'
import { kill } from '../processes.ts'
import { until } from '../until.ts'
import type { Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

const DAY_MS = 86_400_000

let installation: Installation
let browser: Browser
let ada: TestUser
let operator: SignedInPage
let owner: SignedInPage

// A subscriber whose payments are simulated, and what an administrator does with the time. The tests build on each other.
beforeAll(async () => {
  installation = await startInstallation({
    PAYMENTS_SIMULATED: 'true',
    STRIPE_API_BASE: `http://127.0.0.1:${await freePort()}`,
    PAYPAL_API_BASE: `http://127.0.0.1:${await freePort()}`,
  })
  browser = await startBrowser()
  ada = await register(installation.url)
  const plan = dataOf(
    await installation.admin.api.POST('/api/v1/plans', {
      body: { name: 'Team', price_cents: 2900 },
    }),
  )
  dataOf(await ada.api.POST('/api/v1/payment_methods', { body: { token: 'pm_card_visa' } }))
  dataOf(await ada.api.POST('/api/v1/subscriptions', { body: { plan_id: plan.id } }))
  operator = await openSignedIn(browser, installation)
  owner = await openSignedIn(browser, installation)
  await operator.signIn(installation.admin.email)
  await operator.waitForShell()
  await owner.signIn(ada.email)
  await owner.waitForShell()
})
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
})

const invoices = async () => dataOf(await ada.api.GET('/api/v1/invoices'))
const billingTime = async () => {
  const { billing_time } = dataOf(await ada.api.GET('/api/v1/billing/clock'))
  return Date.parse(billing_time ?? '')
}

test('an administrator gives an account a clock, and its next renewal happens and is shown', async () => {
  await operator.open(`/admin/accounts/${ada.accountId}?tab=usage`)
  await operator.button('Create test clock').click()
  await operator.waitForText('Nothing has happened yet.')
  await operator.button('To the next renewal').click()
  await operator.waitForText('Invoice paid')
  await operator.page.getByText('Ready', { exact: true }).waitFor()
  expect((await invoices()).map(({ status }) => status)).toEqual(['paid', 'paid'])
})

test('the owner sees that billing is at another date', async () => {
  await owner.navigate('Billing')
  await owner.waitForText(/For billing, it is .* in this account/)
})

test('an advance goes on after its worker was killed', async () => {
  const began = await billingTime()
  const day = new Date(began + 200 * DAY_MS).toISOString().slice(0, 10)
  await operator.choose('Actions for Analytical Engines', 'Advance to a date')
  await operator.dialog.getByLabel('Date').fill(day)
  await operator.dialog.getByRole('button', { name: 'Advance' }).click()
  await until(async () => (await billingTime()) > began, 'the clock moves')
  const { worker } = installation.pids()
  if (worker) kill(worker)
  await until(async () => (await billingTime()) >= Date.parse(day), 'the clock arrives', 90)
  await operator.page.getByText('Ready', { exact: true }).waitFor()
  expect((await invoices()).map(({ status }) => status)).toEqual(Array(8).fill('paid'))
  expect([operator.problems, owner.problems]).toEqual([[], []])
})

test('without its clock, the account is at the present, and its subscription has ended', async () => {
  await operator.choose('Actions for Analytical Engines', 'Remove')
  await operator.dialog.getByRole('button', { name: 'Remove test clock' }).click()
  await operator.waitForText('The test clock was removed.')
  expect(await billingTime()).toBeNaN()
  const { subscription } = dataOf(await ada.api.GET('/api/v1/billing/subscription'))
  expect(subscription?.status).toBe('cancelled')
})
