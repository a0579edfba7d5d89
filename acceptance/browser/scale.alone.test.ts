import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from '../installation.ts'
import { dataFolder } from '../launch.ts'
import type { Installation } from '../up.ts'
import { startBrowser } from './browser.ts'
import { type Seat, takeSeat } from './seat.ts'

const ARTIFACTS = join(import.meta.dirname, '../artifacts')
const FILLING = join(import.meta.dirname, '../../server/test/scale.sql')

let house: Installation
let browser: Browser
let seat: Seat

beforeAll(async () => {
  house = await startInstallation()
  await fill()
  browser = await startBrowser()
  seat = await takeSeat(browser, house, { colorScheme: 'light' })
  await seat.signIn(house.admin.email)
  await seat.isIn()
  await mkdir(ARTIFACTS, { recursive: true })
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

/** 10,000 accounts, 100,000 people, a million jobs and more, straight into the database. */
async function fill() {
  const kept = await readFile(join(dataFolder(house.folder), 'postgres.json'), 'utf8')
  const { port, password } = JSON.parse(kept)
  const connectionString = `postgres://powernode:${password}@127.0.0.1:${port}/postgres`
  const client = new pg.Client({ connectionString })
  await client.connect()
  // What is filled in here may be lost with the machine.
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit', 'autovacuum']) {
    await client.query(`alter system set ${setting} = off`)
  }
  await client.query(`alter system set max_wal_size = '8GB'`)
  await client.query('select pg_reload_conf()')
  await client.query(await readFile(FILLING, 'utf8'))
  await client.query('vacuum analyze')
  await client.end()
}

// What each page shows of the data: rows of its table, and how many there are of what.
const pages: { path: string; shows: RegExp[]; rows?: number }[] = [
  { path: '/admin', shows: [/10,0\d\d/, /100,0\d\d/] },
  { path: '/admin/accounts', shows: [/of 10,0\d\d/], rows: 20 },
  { path: '/admin/accounts?search=Observatory', shows: [/of 1,250/], rows: 20 },
  { path: '/admin/accounts?status=suspended&sort=name', shows: [/of 200/], rows: 20 },
  { path: '/admin/users', shows: [/of 100,0\d\d/], rows: 20 },
  { path: '/admin/users?search=Lovelace&page=40', shows: [/of 14,28\d/], rows: 20 },
  { path: '/admin/workers', shows: [/of 1,001/], rows: 20 },
  { path: '/admin/jobs', shows: [/\b50,0\d\d\b/] },
  { path: '/admin/jobs/all', shows: [/of 1,000,\d\d\d/], rows: 20 },
  { path: '/admin/jobs/all?status=failed', shows: [/of 50,0\d\d/], rows: 20 },
  { path: '/admin/jobs/dead_letters', shows: [/of 50,0\d\d/], rows: 20 },
  { path: '/admin/jobs/schedules', shows: [/clean_up_expired/] },
  { path: '/admin/logs', shows: [/of 100,\d\d\d/], rows: 20 },
  { path: '/admin/logs?level=fatal', shows: [/of 100\b/], rows: 20 },
  { path: '/admin/mails', shows: [/Confirm your address/] },
  { path: '/admin/settings', shows: [/system_name/] },
  { path: '/admin/security', shows: [/Rotate key/] },
]

test.for(pages)(
  '$path opens on 100,000 people and a million jobs',
  async ({ path, shows, rows = 0 }) => {
    await seat.open(path)
    await seat.page.locator('h1').first().waitFor()
    for (const text of shows) await seat.reads(text)
    if (rows > 0) await expect.poll(() => seat.page.locator('tbody tr').count()).toBe(rows)
    await seat.page.waitForLoadState('networkidle')
    const name = `scale-${path.replaceAll(/\W+/g, '_')}.png`
    await seat.page.screenshot({ path: join(ARTIFACTS, name) })
    expect(seat.problems).toEqual([])
  },
)
