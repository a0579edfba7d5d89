import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedCustomers } from '../customers.ts'
import { startInstallation } from '../installation.ts'
import type { Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { contrastProblems, layoutProblems, pageProblems } from './page_problems.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Installation
let browser: Browser
let operator: SignedInPage

beforeAll(async () => {
  installation = await startInstallation()
  browser = await startBrowser()
  operator = await openSignedIn(browser, installation)
  await operator.signIn(installation.admin.email)
  await operator.waitForShell()
})
afterAll(async () => {
  await browser?.close()
  await installation?.stop()
})

test('without customers, the pages say so in words', async () => {
  await operator.open('/business')
  await operator.waitForText('No recurring revenue in this period.')
  await operator.waitForText('No paying customers yet.')
  await operator.open('/analytics')
  await operator.waitForText('No new customers in this period.')
  expect(operator.problems).toEqual([])
})

test('figures, movements and cohorts are shown, and the period is in the URL', async () => {
  await seedCustomers(installation)
  const { page } = operator
  await operator.open('/business')
  const figures = page.getByRole('region', { name: 'Figures' })
  // 14 of 16 customers pay 29.00, 58.00 or 87.00.
  await figures.getByText('$812.00').waitFor()
  await page.getByRole('table', { name: 'Largest customers' }).getByText('Customer 14').waitFor()
  await operator.open('/analytics')
  await page.getByRole('table', { name: /^Retention/ }).waitFor()
  await page.getByText('6 months', { exact: true }).click()
  await page.waitForURL(/months=6/)
  await page.getByRole('listitem').filter({ hasText: 'Previous 6 months' }).waitFor()
  expect(operator.problems).toEqual([])
})

test.each([
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 1440, height: 900 }],
  ['light', { width: 390, height: 844 }],
] as const)(
  'in %s at %o the pages are readable and do not scroll sideways',
  async (colorScheme, viewport) => {
    const { page, open } = operator
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    for (const path of ['/business', '/analytics']) {
      await open(path)
      await operator.waitForText('Largest customers')
      await page.getByText('Customer 14').waitFor()
      const name = `${path.slice(1)}-${colorScheme}-${viewport.width}.png`
      await page.screenshot({
        path: join(import.meta.dirname, '../artifacts', name),
        fullPage: true,
      })
      expect(await pageProblems(page)).toEqual([])
      expect(await layoutProblems(page)).toEqual([])
      expect(await contrastProblems(page)).toEqual([])
    }
  },
)
