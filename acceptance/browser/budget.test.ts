import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Installation, startInstallation } from '../installation.ts'
import { startBrowser } from './browser.ts'
import { type Seat, takeSeat } from './seat.ts'

const BUILT = join(import.meta.dirname, '../../web/dist')
/** What the first load of any page may cost, as the browser gets it: packed by gzip. */
const BUDGET_BYTES = 250_000

let house: Installation
let browser: Browser
let seat: Seat

beforeAll(async () => {
  house = await startInstallation()
  browser = await startBrowser()
  seat = await takeSeat(browser, house)
  await seat.signIn(house.admin.email)
  await seat.isIn()
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

test('the scripts of no page weigh more than 250 kB when it is the first to be opened', async () => {
  const { page } = seat
  const links = await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const jobs = ['all', 'dead_letters', 'schedules'].map((section) => `/admin/jobs/${section}`)
  const more = ['/profile', '/security', '/notifications', '/api_keys/new', '/webhooks/deliveries']
  const heavy = new Map(); const weights: [string, number][] = []
  for (const path of new Set([...links, ...jobs, ...more])) {
    const scripts = new Set<string>()
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.endsWith('.js')) scripts.add(pathname)
    })
    await seat.open(path)
    await page.locator('h1').first().waitFor()
    await page.waitForLoadState('networkidle')
    page.removeAllListeners('request')
    weights.push([path, await weightOf(scripts)]); if (path==='/admin/workers') for (const n of scripts) heavy.set(n, await weightOf(new Set([n])))
  }
  console.log(weights, [...heavy]); expect(weights.length).toBeGreaterThan(20)
  expect(weights.filter(([, bytes]) => bytes === 0)).toEqual([])
  expect(weights.filter(([, bytes]) => bytes > BUDGET_BYTES)).toEqual([])
})

/** Files too small to be packed count as they are. */
async function weightOf(scripts: Set<string>): Promise<number> {
  const sizes = [...scripts].map(async (name) => {
    const path = join(BUILT, name)
    return (await stat(`${path}.gz`).catch(() => stat(path))).size
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
