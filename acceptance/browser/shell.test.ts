import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedInstallation } from '../installation.ts'
import { until } from '../until.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { pageProblems } from './page_problems.ts'
import { openSignedIn, type SignedInPage } from './signed_in.ts'

let installation: Shared
let browser: Browser
let admin: SignedInPage

beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
  admin = await openSignedIn(browser, installation, { bypassCSP: true })
  await admin.signIn(installation.admin.email)
  await admin.waitForShell()
})
afterAll(async () => {
  await browser?.close()
})

test('the heading of every page is the label of its entry', async () => {
  // The first link is the name of the installation.
  const [, ...labels] = await admin.navigationEntries()
  expect(labels.length).toBeGreaterThan(20)
  for (const label of labels.map((text) => text.trim())) {
    await admin.navigate(label)
    await admin.heading(label).waitFor()
  }
  for (const label of ['Profile', 'Security', 'Notifications', 'Documentation']) {
    await admin.choose('Account menu', label)
    await admin.heading(label).waitFor()
  }
})

test('the navigation scrolls to the current entry and fades where it continues', async () => {
  const { page } = admin
  await page.setViewportSize({ width: 1440, height: 480 })
  await admin.open('/admin/security')
  const current = page.locator('nav[aria-label="Main"] [aria-current="page"]')
  const list = page.locator('nav[aria-label="Main"] [data-above]')
  await list.waitFor()
  const { y, height } = (await current.boundingBox()) ?? { y: -1, height: 0 }
  expect(y).toBeGreaterThan(0)
  expect(y + height).toBeLessThanOrEqual(480)
  await list.evaluate((element) => element.scrollTo(0, 0))
  await page.locator('nav[aria-label="Main"] [data-below]:not([data-above])').waitFor()
  await page.setViewportSize({ width: 1440, height: 2400 })
  await until(
    async () => (await page.locator('nav :is([data-above], [data-below])').count()) === 0,
    'nothing fades when all entries fit',
  )
})

test('a page leads to its document, whose links lead to others', async () => {
  const { page } = admin
  await page.setViewportSize({ width: 1440, height: 900 })
  await admin.navigate('Services')
  await admin.heading('Services').waitFor()
  await page.getByRole('link', { name: 'Learn more' }).click()
  await page.waitForURL('**/docs/services')
  await admin.heading('Services').waitFor()
  expect(await pageProblems(page)).toEqual([])
  await page.evaluate('window.sameDocument = true')
  await page.locator('article a[href="/docs/webhooks"]').click()
  await admin.heading('Webhooks').waitFor()
  expect(await page.evaluate('window.sameDocument')).toBe(true)
})

test('documents are found by title and heading, and open at an anchor', async () => {
  const { page } = admin
  await admin.choose('Account menu', 'Documentation')
  await admin.field('Search documentation').fill('ends a credential')
  const results = page.getByRole('main').getByRole('listitem')
  expect(await results.allInnerTexts()).toEqual(['Security\nWhat ends a credential'])
  await admin.field('Search documentation').fill('nothing like this')
  await admin.waitForText('No document matches “nothing like this”.')
  await admin.open('/docs/security#what-ends-a-credential')
  const heading = page.getByRole('heading', { name: 'What ends a credential' })
  await heading.waitFor()
  await until(async () => ((await heading.boundingBox())?.y ?? 900) < 300, 'the anchor is shown')
  await admin.open('/docs/nosuch')
  await admin.heading('Page not found').waitFor()
})

test('no page reported a problem', () => {
  expect(admin.problems).toEqual([])
})
