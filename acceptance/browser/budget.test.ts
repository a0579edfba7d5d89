import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataOf } from '../client.ts'
import { sharedInstallation } from '../installation.ts'
import type { Shared } from '../up.ts'
import { startBrowser } from './browser.ts'
import { openSignedIn } from './signed_in.ts'

const BUILT = join(import.meta.dirname, '../../web/dist')
/** Limit of the scripts of a page's first load, compressed by gzip. */
const BUDGET_BYTES = 250_000

let installation: Shared
let browser: Browser

beforeAll(async () => {
  installation = await sharedInstallation()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
})

test('no page loads more than 250 kB of scripts when it is opened first', async () => {
  const visitor = await openSignedIn(browser, installation)
  const publicPaths = ['/sign-in', '/register', '/forgot-password']
  const admin = await openSignedIn(browser, installation)
  await admin.signIn(installation.admin.email)
  await admin.waitForShell()
  const links = await admin.page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const jobs = ['all', 'dead_letters', 'schedules'].map((section) => `/admin/jobs/${section}`)
  const more = ['/profile', '/security', '/notifications', '/api_keys/new', '/webhooks/deliveries']
  const signedInPaths = [...new Set([...links, ...jobs, ...more, ...(await records())])]
  expect(signedInPaths.length).toBeGreaterThan(20)

  const visits = [
    ...publicPaths.map((path) => ({ path, page: visitor.page })),
    ...signedInPaths.map((path) => ({ path, page: admin.page })),
  ]
  const overBudget: string[] = []
  for (const { path, page } of visits) {
    const scripts = await scriptsOf(page, path)
    const bytes = await totalSize(scripts)
    expect(bytes, path).toBeGreaterThan(0)
    if (bytes > BUDGET_BYTES) overBudget.push(`${path}: ${bytes}`)
  }
  expect(overBudget).toEqual([])
})

/** The detail pages with the most tabs. */
async function records(): Promise<string[]> {
  const { api, id, accountId } = installation.admin
  const body = { url: 'https://example.com/hooks' }
  const webhook = dataOf(await api.POST('/api/v1/webhooks', { body }))
  const [service] = dataOf(await api.GET('/api/v1/admin/services'))
  const [worker] = dataOf(await api.GET('/api/v1/workers'))
  const page = dataOf(await api.POST('/api/v1/admin/pages', { body: { title: 'A', content: 'B' } }))
  return [
    `/users/${id}`,
    `/admin/accounts/${accountId}`,
    `/admin/services/${service?.id}`,
    `/admin/workers/${worker?.id}`,
    `/webhooks/${webhook.id}`,
    `/pages/${page.id}`,
  ]
}

/** The scripts that a page requests, including cached ones, until the network is idle. */
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

/** Files that are too small to be compressed count with their plain size. */
async function totalSize(scripts: string[]): Promise<number> {
  const sizes = scripts.map(async (name) => {
    const path = join(BUILT, name)
    return (await stat(`${path}.gz`).catch(() => stat(path))).size
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
