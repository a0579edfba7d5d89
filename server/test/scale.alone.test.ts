import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAdmin } from '@powernode/modules/identity/domains/users/first_admin.ts'
import { sql } from 'kysely'
import pg from 'pg'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startBrowser } from '../../acceptance/browser/browser.ts'
import { openSignedIn, type SignedInPage } from '../../acceptance/browser/signed_in.ts'
import type { Database } from '../platform/db/database.ts'
import { canBePrepared } from '../platform/db/prepared.ts'
import type { Route } from '../platform/http/route.ts'
import { type SentQuery, sentQuery } from './queries.ts'
import { named } from './routes.ts'
import { listening, PASSWORD, type TestUser, world } from './world.ts'

const ARTIFACTS = join(import.meta.dirname, '../../acceptance/artifacts')
/** Below this number of rows, a sequential scan is the fastest. */
const FEW_ROWS = 5000
const COUNT_MS = 5000
/** Search terms: a name, a part of an address, a term without matches, the start of a word. */
const WORDS = ['Lovelace', 'tenant-42', 'refused', 'zzzqqq', 'gr', 'x']

const forAdmins = named.filter(
  ({ route: { method, spec } }) => method === 'GET' && spec.can.startsWith('admin.'),
)
const lists = forAdmins.filter(({ route }) => route.sorts)
const others = forAdmins.filter(({ route }) => !route.sorts && route.kind === 'json')

/** Records the queries of one request; those of schedules and other requests are not included. */
const recordedQueries = new AsyncLocalStorage<SentQuery[]>()

let here: Awaited<ReturnType<typeof world>>
let admin: TestUser
let big: string[]

beforeAll(async () => {
  here = await world()
  admin = await here.join('owner', 'admin')
  const { database } = here.platform
  const filling = await readFile(join(import.meta.dirname, 'scale.sql'), 'utf8')
  await sql.raw(filling).execute(database)
  await vacuumed(database)
  const { rows } = await sql<{ relname: string }>`
    select relname from pg_class where relkind = 'r' and reltuples > ${FEW_ROWS}`.execute(database)
  big = rows.map(({ relname }) => relname)
  const query = pg.Client.prototype.query
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    const sent = sentQuery(args)
    // Connection setup and write probes are not recorded.
    if (/^\s*(select|with|insert|update|delete)\b/i.test(sent.text))
      recordedQueries.getStore()?.push(sent)
    return (query as (...args: unknown[]) => unknown).apply(this, args) as never
  })
}, 600_000)

afterAll(() => void vi.restoreAllMocks())

test('the test data has the expected size', async () => {
  const { data } = await admin.get('/admin_settings/metrics')
  expect(data.total_accounts).toBeGreaterThan(10_000)
  expect(data.total_users).toBeGreaterThan(100_000)
  const completed = async () => (await admin.get('/admin/jobs?status=completed')).meta.total_count
  await expect.poll(completed, { timeout: 20_000 }).toBe(950_000)
  expect(big).toEqual(expect.arrayContaining(['accounts', 'users', 'mails', 'job_common']))
})

describe.each(lists)('$name', ({ route }) => {
  test('uses two indexed queries for every order and filter', {
    timeout: 120_000,
  }, async () => {
    const place = await placeOf(route)
    for (const asked of variantsOf(route)) {
      const { queries, found } = await queriesOf({ ...place, path: `${place.path}?${asked}` })
      // Below a record, an empty list also has to check that the record exists.
      const most = !found && route.path.includes('/:id') ? 3 : 2
      expect([asked, queries.length <= most ? [] : queries.map(({ text }) => text)]).toEqual([
        asked,
        [],
      ])
      for (const query of queries) expect([asked, await scannedTables(query)]).toEqual([asked, []])
    }
    for (const sort of route.sorts ?? []) {
      const { meta } = await admin.get(`${place.path}?sort=${sort}&page=50`)
      if (!meta?.next_cursor) continue
      const { queries } = await queriesOf({
        ...place,
        path: `${place.path}?after=${meta.next_cursor}`,
      })
      for (const query of queries) expect([sort, await scannedTables(query)]).toEqual([sort, []])
    }
  })
})

describe.each(others)('$name', ({ route }) => {
  test('does not scan a large table', async () => {
    const { queries } = await queriesOf(await placeOf(route))
    for (const query of queries) {
      expect([query.text, await scannedTables(query)]).toEqual([query.text, []])
    }
  })
})

// What each page must show: texts, and the number of table rows.
const pages: { path: string; shows: RegExp[]; rows?: number }[] = [
  { path: '/admin', shows: [/10,0\d\d/, /100,0\d\d/] },
  { path: '/admin/accounts', shows: [/of (about 10,0\d\d|10,000\+)/], rows: 20 },
  { path: '/admin/accounts?search=Observatory', shows: [/of 1,250/], rows: 20 },
  { path: '/admin/accounts?status=suspended&sort=name', shows: [/of 200/], rows: 20 },
  { path: '/admin/users', shows: [/of about 100,0\d\d/], rows: 20 },
  { path: '/admin/users?search=Lovelace&page=40', shows: [/of about 14,28\d/], rows: 20 },
  { path: '/admin/workers', shows: [/of 1,001/], rows: 20 },
  { path: '/admin/jobs', shows: [/\b50,0\d\d\b/] },
  { path: '/admin/jobs/all', shows: [/of about 1,000,\d\d\d/], rows: 20 },
  { path: '/admin/jobs/all?status=failed', shows: [/of about 50,0\d\d/], rows: 20 },
  { path: '/admin/jobs/dead_letters', shows: [/of about 50,0\d\d/], rows: 20 },
  { path: '/admin/jobs/schedules', shows: [/Clean up expired/] },
  { path: '/admin/logs', shows: [/of about 100,\d\d\d/], rows: 20 },
  { path: '/admin/logs?level=fatal', shows: [/of 100\b/], rows: 20 },
  { path: '/admin/mails', shows: [/Confirm your address/] },
  { path: '/admin/settings', shows: [/system_name/] },
  { path: '/admin/security', shows: [/Rotate key/] },
]

describe('in the browser', () => {
  let browser: Browser
  let browserUser: SignedInPage

  beforeAll(async () => {
    const url = await listening(here.app)
    browser = await startBrowser()
    browserUser = await openSignedIn(browser, { url }, { colorScheme: 'light' })
    const email = 'operator@example.com'
    await createAdmin(here.platform.system(), { name: 'Oda Operator', email, password: PASSWORD })
    await browserUser.signIn(email)
    await browserUser.waitForShell()
    await mkdir(ARTIFACTS, { recursive: true })
  })
  afterAll(() => browser?.close())

  test.for(pages)(
    '$path opens with 100,000 users and a million jobs',
    async ({ path, shows, rows = 0 }) => {
      await browserUser.open(path)
      await browserUser.page.locator('h1').first().waitFor()
      const { page } = browserUser
      const isShown = (text: RegExp) =>
        page
          .getByText(text)
          .first()
          .waitFor({ timeout: COUNT_MS })
          .then(
            () => true,
            () => false,
          )
      for (const text of shows) {
        // The first visit of a long list can come before its first exact count.
        if (!(await isShown(text))) await page.reload()
        await browserUser.waitForText(text)
      }
      if (rows > 0) await expect.poll(() => browserUser.page.locator('tbody tr').count()).toBe(rows)
      await browserUser.page.waitForLoadState('networkidle')
      const name = `scale-${path.replaceAll(/\W+/g, '_')}.png`
      await browserUser.page.screenshot({ path: join(ARTIFACTS, name) })
      expect(browserUser.problems).toEqual([])
    },
  )
})

/** Vacuums until all pages are visible. Open transactions, for example of the queue, can delay this, so it is retried. */
async function vacuumed(database: Database) {
  for (let turn = 0; turn < 20; turn++) {
    await sql`vacuum analyze`.execute(database)
    const { rows } = await sql`
      select from pg_class where relkind = 'r' and reltuples > ${FEW_ROWS} and relallvisible < 0.99 * relpages`.execute(
      database,
    )
    if (rows.length === 0) return
  }
  throw new Error('vacuum could not do its work')
}

/** Every order and filter of a list, one at a time, and the first two filters combined. */
function variantsOf({ sorts = [], spec }: Route): string[] {
  const orders = sorts.map((sort) => sort.replace('-', '')).flatMap((sort) => [sort, `-${sort}`])
  const filters = Object.entries(spec.query ?? {}).map(([name, schema]) =>
    valuesOf(name, schema as Schema).map((value) => `${name}=${encodeURIComponent(value)}`),
  )
  const [first = [], second = []] = filters
  const together = first.flatMap((one) => second.map((other) => `${one}&${other}`))
  const all = [...orders.map((order) => `sort=${order}`), ...filters.flat(), ...together]
  return ['per_page=100', 'page=50', ...all]
}

type Schema = {
  enum?: string[]
  anyOf?: { const: string }[]
  type?: string
  format?: string
  examples?: string[]
}

// Relative to now, like the test data: a fixed example date would match fewer or more rows every day.
const someDaysAgo = new Date(Date.now() - 3 * 24 * 3600_000).toISOString()

function valuesOf(name: string, { enum: choices, type, format, examples = [] }: Schema): string[] {
  if (format === 'date-time') return [someDaysAgo]
  if (format === 'date') return [someDaysAgo.slice(0, 10)]
  if (name === 'search') return WORDS
  if (choices) return choices
  return type === 'boolean' ? ['true', 'false'] : examples.map(String)
}

interface Place {
  path: string
  /** Whether there is something at this path. */
  exists: boolean
}

/** The path with the newest record of its list, or with one that does not exist. */
async function placeOf({ path }: Route): Promise<Place> {
  const [list = '', name, rest = ''] = path.replace('/api/v1', '').split(/\/:(\w+)(?=\/|$)/)
  if (!name) return { path: list, exists: true }
  const { data } = await admin.get(list)
  const value = Array.isArray(data) ? data[0]?.[name] : undefined
  return { path: `${list}/${value ?? admin.id}${rest}`, exists: value !== undefined }
}

async function queriesOf({
  path,
  exists,
}: Place): Promise<{ queries: SentQuery[]; found: number | undefined }> {
  const queries: SentQuery[] = []
  const reply = await recordedQueries.run(queries, () => admin.get(path))
  if (exists || reply.status !== 404) expect([path, reply.status]).toEqual([path, 200])
  // Without the query that authenticates the caller, which is cached for a minute.
  const asked = queries.filter(
    ({ text }) =>
      ![isRenewal, isTestClock, isOfQueue].some((other) => other(text)) &&
      !text.includes('from sessions s'),
  )
  return { queries: asked, found: reply.data?.length }
}

/** Whether a query renews the count of a long list in the background. */
const isRenewal = (text: string) =>
  /^\s*select count\(\*\) as total from/.test(text) && !text.includes('limit 10001')

/** Whether a query reads the times of test clocks, which do not exist in production. */
const isTestClock = (text: string) =>
  text.startsWith('select "account_id", "billing_time" from "test_clocks"')

/** Whether the job queue writes, which can go on in the context of a request that gave back its connection. */
const isOfQueue = (text: string) => /^\s*(insert into|update|delete from) pgboss\./i.test(text)

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  Plans?: Plan[]
}

/** The large tables that a query scans. */
async function scannedTables({ text, values }: SentQuery): Promise<string[]> {
  const { pool } = here.platform
  const { rows } = await pool.query(`explain (format json) ${text}`, values)
  // A prepared statement may also be planned for unknown values.
  const generic = canBePrepared(text)
    ? (await pool.query(`explain (generic_plan, format json) ${text}`)).rows
    : []
  const reads = (plan: Plan): string[] => [
    ...(plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : []),
    ...(plan.Plans ?? []).flatMap(reads),
  ]
  return [...rows, ...generic]
    .flatMap((row) => reads(row['QUERY PLAN'][0].Plan))
    .filter((table) => big.includes(table))
}
