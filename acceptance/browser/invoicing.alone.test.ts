import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from '../installation.ts'
import { register, type TestUser } from '../people.ts'
import type { Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { pageProblems } from './page_problems.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Installation
let browser: Browser
let ada: TestUser
/** The administrator of the server, who sells, and the owner of an account, who buys. */
let seller: SignedInPage
let buyer: SignedInPage

// The life of an invoice that is made by hand. The tests build on each other.
beforeAll(async () => {
  installation = await startInstallation()
  browser = await startBrowser()
  ada = await register(installation.url)
  seller = await openSignedIn(browser, installation)
  buyer = await openSignedIn(browser, installation)
  await seller.signIn(installation.admin.email)
  await seller.waitForShell()
  await buyer.signIn(ada.email)
  await buyer.waitForShell()
})
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
})

const section = (name: string) => seller.page.getByRole('region', { name, exact: true })

test('an administrator sets the tax of an account and gives it credit, on its page', async () => {
  const { dialog } = seller
  await seller.open(`/admin/accounts/${ada.accountId}?tab=usage`)
  await section('Tax and billing address').getByText('No tax is charged.').waitFor()
  await seller.button('Change tax').click()
  await dialog.getByLabel('Tax rate').fill('19')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await section('Tax and billing address').getByText('19% tax is charged.').waitFor()

  await section('Credit').getByText('This account has never had credit.').waitFor()
  await seller.button('Give credit').click()
  await dialog.getByLabel('Amount').fill('5')
  await dialog.getByLabel('Reason').fill('Sorry for the outage')
  await dialog.getByLabel('Last day').fill('2099-01-31')
  expect(await pageProblems(seller.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Give credit' }).click()
  await section('Credit')
    .getByText(/Sorry for the outage, until January 31, 2099/)
    .waitFor()
})

test('an administrator drafts an invoice, changes and issues it', async () => {
  const { dialog } = seller
  await seller.button('Draft invoice').click()
  await dialog.getByLabel('Description').fill('Setup')
  await dialog.getByLabel('Unit price').fill('29')
  await dialog.getByRole('button', { name: 'Draft invoice' }).click()
  await section('Invoices').getByRole('link').click()
  await seller.waitForText('$34.51')

  await seller.button('Edit').click()
  await dialog.getByRole('button', { name: 'Add line' }).click()
  await dialog.getByLabel('Description').nth(1).fill('Training')
  await dialog.getByLabel('Quantity').nth(1).fill('2')
  await dialog.getByLabel('Unit price').nth(1).fill('10.50')
  await dialog.getByText('Sum without tax: $50.00').waitFor()
  expect(await pageProblems(seller.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await seller.waitForText('$59.50')
  await seller.button('Issue invoice').click()
  // The credit was used.
  await seller.page.getByText('$54.50').first().waitFor()
})

test('a credit note can be downloaded as PDF', async () => {
  const { dialog, page } = seller
  await seller.button(/^Actions for INV-/).click()
  await page.getByRole('menuitem', { name: 'Issue credit note' }).click()
  await dialog.getByLabel('Amount in USD').fill('11.90')
  await dialog.getByLabel('Description').fill('Less training')
  await dialog.getByRole('button', { name: 'Issue credit note' }).click()
  const button = page.getByRole('button', { name: /^Download the PDF of CN-/ })
  await button.getByText('PDF', { exact: true }).waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  expect(file.suggestedFilename()).toMatch(/^CN-\d{6}-\d{4}\.pdf$/)
  expect(seller.problems).toEqual([])
})

test('the account sees everything that happened, in words', async () => {
  await buyer.open('/billing')
  await buyer.page.getByRole('link', { name: /^Everything that was billed/ }).click()
  await buyer.heading('History').waitFor()
  for (const words of [/^Credit note CN-\S+ for INV-\S+$/, /^Invoice INV-\S+$/]) {
    await buyer.page.getByRole('link', { name: words }).waitFor()
  }
  await buyer.page.getByText('Sorry for the outage').waitFor()
  await buyer.page.getByText('Less training').waitFor()
  expect(await pageProblems(buyer.page)).toEqual([])
  expect(buyer.problems).toEqual([])
})
