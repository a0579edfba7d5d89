import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedInstallation } from '../installation.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn } from './signed_in.ts'

const BUILT = join(import.meta.dirname, '../../web/dist')
/** What the first load of any page may cost, packed by gzip. */
const BUDGET_BYTES = 250_000
/** Charts come after the page, by a library that is fetched where there is one and weighed by itself. */
const CHARTS = /\/(grid-chart\.module|[A-Za-z]*Chart|StackedBars)-/
const CHARTS_BYTES = 130_000

let installation: Shared
let browser: Browser

beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
})

test('no page makes the browser fetch more than 250 kB of scripts when it is the first to be opened', async () => {
  const visitor = await openSignedIn(browser, installation)
  const outside = ['/sign-in', '/register', '/forgot-password']
  const admin = await openSignedIn(browser, installation)
  await admin.signIn(installation.admin.email)
  await admin.waitForShell()
  const links = await admin.page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const jobs = ['all', 'dead_letters', 'schedules'].map((section) => `/admin/jobs/${section}`)
  const more = ['/profile', '/security', '/notifications', '/api_keys/new', '/webhooks/deliveries']
  const inside = [...new Set([...links, ...jobs, ...more])]
  expect(inside.length).toBeGreaterThan(20)

  const visits = [
    ...outside.map((path) => ({ path, page: visitor.page })),
    ...inside.map((path) => ({ path, page: admin.page })),
  ]
  const tooHeavy: string[] = []
  for (const { path, page } of visits) {
    const scripts = await scriptsOf(page, path)
    const charts = scripts.filter((script) => CHARTS.test(script))
    const weight = await weightOf(scripts.filter((script) => !charts.includes(script)))
    expect(weight, path).toBeGreaterThan(0)
    if (weight > BUDGET_BYTES) tooHeavy.push(`${path}: ${weight}`)
    if ((await weightOf(charts)) > CHARTS_BYTES) tooHeavy.push(`${path}: its charts`)
  }
  expect(tooHeavy).toEqual([])
})

/** What a page asks for until it asks for nothing more, the cache counted in. */
async function scriptsOf(page: Page, path: string): Promise<string[]> {
  const scripts = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) scripts.add(pathname)
  })
  await page.goto(installation.url + path)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  page.removeAllListeners('request')
  return [...scripts]
}

/** Files too small to be packed count as they are. */
async function weightOf(scripts: string[]): Promise<number> {
  const sizes = scripts.map(async (name) => {
    const path = join(BUILT, name)
    return (await stat(`${path}.gz`).catch(() => stat(path))).size
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
