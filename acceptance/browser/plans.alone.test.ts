import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { startInstallation } from '../installation.ts'
import { register, type TestUser } from '../people.ts'
import type { Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Installation
let browser: Browser
let ada: TestUser
/** The administrator of the server, and the owner of an account. */
let operator: SignedInPage
let owner: SignedInPage

// The life of a plan. The tests build on each other.
beforeAll(async () => {
  installation = await startInstallation()
  browser = await startBrowser()
  ada = await register(installation.url)
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

const section = (name: string) => owner.page.getByRole('region', { name, exact: true })

async function createPlan(name: string, price: string, webhooks: string) {
  const { dialog } = operator
  await operator.button('Create plan').first().click()
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Price').fill(price)
  await dialog.getByLabel('Webhooks').fill(webhooks)
  await dialog.getByRole('button', { name: 'Create plan' }).click()
  await operator.waitForText(`${name} was created.`)
}

test('without plans an account has no limits and cannot choose one', async () => {
  await owner.navigate('Account settings')
  await section('Plan').getByText('This account has no plan.').waitFor()
  await section('Usage').getByText('0, no limit').first().waitFor()
  await owner.button('Choose a plan').click()
  await owner.dialog.getByText('No plans are available.').waitFor()
  expect(await owner.dialog.getByRole('button').count()).toBe(1)
  await owner.dialog.getByRole('button', { name: 'Close' }).click()
  expect(await owner.navigationEntries()).not.toContain('Plans')
})

test('an administrator creates plans, and errors are reported on the field', async () => {
  const { dialog } = operator
  await operator.navigate('Plans')
  await createPlan('Hobby', '0', '1')
  await operator.button('Create plan').first().click()
  await dialog.getByLabel('Name').fill('hobby')
  await dialog.getByLabel('Price').fill('1')
  await dialog.getByRole('button', { name: 'Create plan' }).click()
  await dialog.getByText('Name is already taken.').waitFor()
  await dialog.getByLabel('Name').fill('Team')
  await dialog.getByLabel('Price').fill('29.99')
  await dialog.getByRole('button', { name: 'Create plan' }).click()
  await operator.page.getByRole('cell', { name: '$29.99 per month' }).waitFor()
})

test('an owner chooses a plan, and its limits are shown and enforced', async () => {
  await owner.page.reload()
  await owner.button('Choose a plan').click()
  await owner.dialog.getByRole('radio', { name: 'Hobby, free' }).click()
  await owner.dialog.getByRole('button', { name: 'Subscribe' }).click()
  await section('Plan').getByText('Active', { exact: true }).waitFor()
  await section('Plan').getByText('Hobby').waitFor()
  await section('Usage').getByText('0 of 1').waitFor()

  const hook = { url: 'https://example.com/hooks' }
  expect((await ada.api.POST('/api/v1/webhooks', { body: hook })).response.status).toBe(201)
  await owner.navigate('Webhooks')
  await owner.button('Add webhook').first().click()
  await owner.dialog.getByLabel('URL').fill('https://example.org/hooks')
  await owner.dialog.getByLabel('Search events').fill('account')
  await owner.dialog.getByRole('checkbox', { name: 'account.updated' }).check()
  await owner.dialog.getByRole('button', { name: 'Add webhook' }).click()
  await owner.dialog.getByText('Your plan does not allow any more webhooks').waitFor()
})

test('changing from a free to a paid plan is refused without a payment', async () => {
  await owner.open('/settings/account')
  await section('Usage').getByText('1 of 1, limit reached').waitFor()
  await owner.button('Change plan').click()
  const team = owner.dialog.getByRole('radio', { name: 'Team, $29.99 per month' })
  await team.getByText('5 webhooks').waitFor()
  await team.getByText('now 1', { exact: true }).waitFor()
  await team.click()
  await owner.dialog
    .getByText('You will pay $29.99 per month. Your current plan is free.')
    .waitFor()
  await owner.dialog.getByText('Now', { exact: true }).click()
  await owner.dialog.getByRole('button', { name: 'Change plan' }).click()
  await owner.dialog.getByText(/payment gateway is not configured/).waitFor()
  await owner.dialog.getByRole('button', { name: 'Cancel' }).click()
  await owner.button('Discard changes').click()
})

test('the list of subscriptions shows the plan of every account', async () => {
  const { page } = operator
  await operator.navigate('Subscriptions')
  const row = page.getByRole('row', { name: /Analytical Engines/ })
  await row.getByText('Hobby').waitFor()
  await row.getByText('Active', { exact: true }).waitFor()
  await operator.navigate('Plans')
  await operator.choose('Actions for Hobby', 'Delete')
  await operator.dialog.getByRole('button', { name: 'Delete plan' }).click()
  await operator.dialog
    .getByText('Accounts use or have used this plan: archive it instead')
    .waitFor()
  await operator.dialog.getByRole('button', { name: 'Cancel' }).click()
})

test('a plan has a page with its subscribers and limits, linked with the pages of its subscriptions', async () => {
  const { page } = operator
  await page.getByRole('link', { name: 'Hobby' }).click()
  await operator.heading('Hobby').waitFor()
  await page.getByRole('row', { name: /Analytical Engines/ }).waitFor()
  await operator.openTab('Limits')
  const limit = page.getByRole('tabpanel').getByRole('definition').nth(2)
  expect(await limit.innerText()).toBe('1')
  await operator.button('Edit').click()
  await operator.dialog.getByLabel('Webhooks').fill('2')
  await operator.dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect.poll(() => limit.innerText()).toBe('2')
  await operator.openTab('Activity')
  await page
    .getByRole('region', { name: 'Activity' })
    .getByText('changed this plan')
    .first()
    .waitFor()

  await operator.openTab('Subscribers')
  await page.getByRole('link', { name: 'Analytical Engines' }).click()
  await operator.heading('Analytical Engines').waitFor()
  await page.getByRole('link', { name: 'Hobby' }).first().click()
  await operator.heading('Hobby').waitFor()
})

test('a plan is cancelled at the end of its period, kept, and cancelled again', async () => {
  await owner.button('Cancel plan').click()
  await owner.dialog.getByRole('button', { name: 'Cancel plan' }).click()
  await section('Plan')
    .getByText(/^Ends on /)
    .waitFor()
  await owner.dialog.waitFor({ state: 'detached' })
  await owner.button('Keep plan').click()
  await section('Plan')
    .getByText(/^Renews on /)
    .waitFor()
  await owner.button('Cancel plan').click()
  await owner.dialog.getByRole('button', { name: 'Cancel plan' }).click()
  await owner.button('Keep plan').waitFor()
})

/** The number of the invoice that the following tests are about. */
let invoiceNumber: string

test('an administrator issues an invoice, which the account finds and downloads', async () => {
  const lines = [{ description: 'Onboarding', quantity: 2, unit_amount_cents: 14_950 }]
  const body = { account_id: ada.accountId, lines }
  const draft = dataOf(await installation.admin.api.POST('/api/v1/admin/invoices', { body }))
  invoiceNumber = draft.invoice_number
  await operator.navigate('Invoices')
  await operator.page.getByRole('link', { name: invoiceNumber }).click()
  await operator.button('Issue invoice').click()
  await operator.waitForText(`${invoiceNumber} was issued.`)

  await owner.navigate('Billing')
  await section('Figures').getByText('$299.00').first().waitFor()
  await section('Recent invoices').getByRole('link', { name: invoiceNumber }).click()
  await owner.page.getByRole('cell', { name: '$149.50' }).waitFor()
  const downloaded = owner.page.waitForEvent('download')
  await owner.button('Download PDF').click()
  const file = await downloaded
  expect(file.suggestedFilename()).toBe(`${invoiceNumber}.pdf`)
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await owner.button(`Actions for ${invoiceNumber}`).count()).toBe(0)
})

test('an invoice is marked as paid with a reference, which the account sees at once', async () => {
  const { dialog } = operator
  const markPaid = dialog.getByRole('button', { name: 'Mark as paid' })
  await operator.choose(`Actions for ${invoiceNumber}`, 'Mark as paid')
  await markPaid.click()
  await dialog.getByText('Enter a reference.').waitFor()
  await dialog.getByLabel('Reference').fill('Wire 4711')
  await markPaid.click()
  await operator.waitForText(`${invoiceNumber} was marked as paid.`)
  await owner.waitForText(/^Wire 4711/)
  await operator.choose(`Actions for ${invoiceNumber}`, 'Issue credit note')
  await dialog.getByLabel('Amount in USD').fill('400')
  await dialog.getByLabel('Description').fill('Sorry')
  await dialog.getByRole('button', { name: 'Issue credit note' }).click()
  await dialog.getByText('Enter at most $299.00.').waitFor()
  await dialog.getByLabel('Amount in USD').fill('99.5')
  await dialog.getByRole('button', { name: 'Issue credit note' }).click()
  await operator.waitForText('The credit note was issued.')
  await owner.open('/billing')
  await section('Figures').getByText('$99.50').waitFor()
})

test('an owner changes the billing address of the account', async () => {
  const address = section('Billing address')
  await address.getByLabel('Country').fill('1A')
  await address.getByRole('button', { name: 'Save changes' }).click()
  await address.getByText('Enter two letters, such as GB.').waitFor()
  await address.getByLabel('Country').fill('gb')
  await address.getByLabel('City').fill('London')
  await address.getByRole('button', { name: 'Save changes' }).click()
  await owner.waitForText('The billing address was saved.')
  await owner.page.reload()
  expect(await address.getByLabel('Country').inputValue()).toBe('GB')
})

test('no page reported a problem', () => {
  // The tests cause these refusals.
  const refused = /status of (40[39]|422)/
  expect([...operator.problems, ...owner.problems].filter((line) => !refused.test(line))).toEqual(
    [],
  )
})
