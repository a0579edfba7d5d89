import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { startInstallation } from '../installation.ts'
import { freePort } from '../launch.ts'
import { register, type TestUser } from '../people.ts'
import type { Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { layoutProblems, pageProblems } from './page_problems.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Installation
let browser: Browser
let ada: TestUser
/** The administrator of the server, and the owner of an account. */
let operator: SignedInPage
let owner: SignedInPage

// The life of a payment, where payments are simulated. The tests build on each other.
beforeAll(async () => {
  const [stripe, paypal] = [await freePort(), await freePort()]
  installation = await startInstallation({
    PAYMENTS_SIMULATED: 'true',
    STRIPE_API_BASE: `http://127.0.0.1:${stripe}`,
    PAYPAL_API_BASE: `http://127.0.0.1:${paypal}`,
  })
  const plan = { name: 'Team', price_cents: 2900 }
  dataOf(await installation.admin.api.POST('/api/v1/plans', { body: plan }))
  ada = await register(installation.url)
  browser = await startBrowser()
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

const bank = () => owner.page.getByRole('dialog', { name: 'Simulated bank' })

test('a person whose bank asks approves a payment, or refuses it', async () => {
  const { page, dialog } = owner
  await owner.open('/billing/payment-methods/new')
  await owner.field('Visa whose owner must approve each payment').check()
  await owner.button('Add card').click()
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await owner.button('Choose a plan').click()
  await dialog.getByText('Team', { exact: true }).click()
  await dialog.getByText('$29.00 is due now').waitFor()
  await dialog.getByRole('button', { name: 'Subscribe' }).click()
  await page.waitForURL(/\/billing\/payments\//)
  await owner.button('Approve payment').click()
  expect(await pageProblems(page)).toEqual([])
  await bank().getByRole('button', { name: 'Refuse' }).click()
  await owner.waitForText(/Nothing was charged/)
  await owner.open('/invoices?status=open')
  await page.getByRole('link', { name: /^INV-/ }).click()
  await owner.button('Pay').click()
  await dialog.getByRole('button', { name: 'Pay' }).click()
  await page.waitForURL(/\/billing\/payments\//)
  await owner.button('Approve payment').click()
  await bank().getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByText('Succeeded').waitFor()
  // The refusal is a 402 that is shown in words.
  expect(owner.problems.filter((problem) => !problem.includes('402'))).toEqual([])
})

test('an administrator sees what the gateway was asked, and pays a part back', async () => {
  const { page, dialog } = operator
  await operator.navigate('Payments')
  await page
    .getByRole('row', { name: /Succeeded/ })
    .getByRole('link', { name: /^Invoice/ })
    .click()
  await operator.waitForText('Nothing was paid back.')
  await operator.openTab('Gateway calls')
  const calls = page.getByRole('table', { name: 'Gateway calls' })
  await calls.getByText('Charge', { exact: true }).waitFor()
  expect(await pageProblems(page)).toEqual([])
  await operator.openTab('Payment')
  await operator.button('Refund').click()
  await dialog.getByLabel('Amount in USD').fill('9')
  await dialog.getByLabel('Reason').fill('Two days of outage')
  await dialog.getByRole('button', { name: 'Refund' }).click()
  await page.getByRole('list', { name: 'Refunds' }).getByText('Two days of outage').waitFor()
  await page.getByText('Partially refunded').waitFor()
  expect(operator.problems).toEqual([])
})

test('the palette finds payments and refunds by the name of the account', async () => {
  const { page, dialog } = operator
  await page.keyboard.press('ControlOrMeta+k')
  await operator.field('Search pages, records and actions').fill('analytical')
  await dialog.getByRole('group', { name: 'Payments of all accounts' }).waitFor()
  await dialog.getByRole('option', { name: /^\$9.00 to Analytical Engines/ }).click()
  await operator.heading('Refunds').waitFor()
  await page.getByRole('row', { name: /Two days of outage/ }).waitFor()
})

test('a discount is given to a subscription, and ended', async () => {
  const { page, dialog } = operator
  await operator.navigate('Subscriptions')
  await operator.heading('Subscriptions').waitFor() // the list of refunds links the account too
  await page.getByRole('link', { name: 'Analytical Engines' }).click()
  await operator.waitForText('No discounts.')
  await operator.button('Give discount').click()
  await dialog.getByRole('button', { name: 'Give discount' }).click()
  await dialog.getByText('Enter what it takes off.').waitFor()
  await dialog.getByLabel('Percentage', { exact: true }).last().fill('10')
  await dialog.getByLabel('Reason').fill('Sorry for the outage')
  await dialog.getByRole('button', { name: 'Give discount' }).click()
  const row = page.getByRole('row', { name: /Sorry for the outage/ })
  await row.getByText('Active').waitFor()
  expect([...(await pageProblems(page)), ...(await layoutProblems(page))]).toEqual([])
  await operator.choose('Actions for By an administrator', 'End')
  await dialog.getByRole('button', { name: 'End discount' }).click()
  await operator.waitForText('The discount ends with the current period.')
  expect(operator.problems).toEqual([])
})

test('money in suspense is explained where there is none', async () => {
  await operator.open('/admin/payments/suspense')
  await operator.waitForText('No money is in suspense. What was received is what was due.')
  expect(await layoutProblems(operator.page)).toEqual([])
})
