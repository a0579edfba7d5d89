import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedInstallation } from '../installation.ts'
import { register } from '../people.ts'
import { startBrowser } from './browser.ts'
import { layoutProblems, pageProblems } from './page_problems.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let browser: Browser
let url: string
let owner: SignedInPage

// The life of a report. The tests build on each other.
beforeAll(async () => {
  const installation = await sharedInstallation()
  url = installation.url
  browser = await startBrowser()
  const ada = await register(url)
  owner = await openSignedIn(browser, installation)
  await owner.signIn(ada.email)
  await owner.waitForShell()
})
afterAll(() => browser?.close())

async function chooseType(name: string) {
  await owner.dialog.getByRole('combobox', { name: 'Type' }).click()
  await owner.page.getByRole('option', { name, exact: true }).click()
}

test('a report is requested, appears as completed without a reload, and is downloaded', async () => {
  const { page, dialog } = owner
  await owner.navigate('Reports')
  await owner.waitForText('No reports. Request one as CSV or PDF, or schedule it.')
  await owner.button('New report').first().click()
  await chooseType('Invoices')
  await dialog.getByLabel('Name').fill('My invoices')
  expect(await pageProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Request report' }).click()
  const row = page.getByRole('row', { name: /My invoices/ })
  await row.getByText('Completed').waitFor()
  const link = await row.getByRole('link', { name: 'Download' }).getAttribute('href')
  const file = await fetch(link ?? '')
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="My_invoices.csv"')
  expect(await file.text()).toMatch(/^id,invoice_number,/)
  await row.getByRole('button', { name: 'Copy the link of My invoices' }).waitFor()
})

test('errors of a range are reported on its field', async () => {
  const { dialog } = owner
  await owner.button('New report').first().click()
  await chooseType('Payments')
  await dialog.getByLabel('From').fill('2026-03-02')
  await dialog.getByLabel('Until').fill('2026-03-01')
  await dialog.getByRole('button', { name: 'Request report' }).click()
  await dialog.getByText('must not be after the end date').waitFor()
  await owner.page.keyboard.press('Escape')
  await owner.button('Discard changes').click()
})

test('a report is scheduled, paused and deleted', async () => {
  const { page, dialog } = owner
  await page.getByRole('navigation', { name: 'Reports' }).getByText('Schedules').click()
  await owner.waitForText('No schedules.')
  await owner.button('Schedule a report').first().click()
  await chooseType('Revenue')
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click()
  const row = page.getByRole('row', { name: /Revenue, monthly/ })
  await row.getByText('Active').waitFor()
  await owner.choose('Actions for Revenue, monthly', 'Pause')
  await row.getByText('Paused').waitFor()
  await owner.choose('Actions for Revenue, monthly', 'Delete')
  await dialog.getByRole('button', { name: 'Delete schedule' }).click()
  await owner.waitForText('No schedules.')
  expect(owner.problems).toEqual([])
})

test('the list fits on a phone', async () => {
  await owner.page.setViewportSize({ width: 390, height: 844 })
  await owner.open('/reports')
  await owner.waitForText('My invoices')
  expect(await layoutProblems(owner.page)).toEqual([])
  const path = join(import.meta.dirname, '../artifacts/reports-phone.png')
  await owner.page.screenshot({ path, fullPage: true })
})
