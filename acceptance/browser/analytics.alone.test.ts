import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from '../installation.ts'
import { dataFolder } from '../launch.ts'
import { type Installation, postgresUrl } from '../up.ts'
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
  await seed()
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

/** Sixteen customers who began to pay in the last eight months, of whom two stopped two months later. */
async function seed() {
  const client = new pg.Client({ connectionString: await postgresUrl(installation) })
  await client.connect()
  await client.query(SEED)
  await client.end()
  const token = (
    await readFile(join(dataFolder(installation.folder), 'worker.token'), 'utf8')
  ).trim()
  const response = await fetch(`${installation.url}/api/v1/analytics/update_revenue_snapshots`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ period: 'history' }),
  })
  expect(response.status).toBe(200)
}

const SEED = `
  set time zone 'UTC';
  create temp table seeded as
    select n, gen_random_uuid() as account, gen_random_uuid() as subscription, gen_random_uuid() as started,
      gen_random_uuid() as ended, 2900 * (1 + n % 3) as mrr,
      date_trunc('month', now()) - make_interval(months => 7 - n / 2) as at, n in (3, 7) as stops
    from generate_series(0, 15) n;
  insert into plans (id, name, slug, price_cents) values ('019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90', 'Team', 'team', 2900);
  insert into accounts (id, name, subdomain) select account, 'Customer ' || n, 'customer-' || n from seeded;
  insert into subscriptions (id, account_id, plan_id, quantity, status, current_period_start, current_period_end, created_at)
    select subscription, account, '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90', mrr / 2900,
      case when stops then 'cancelled' else 'active' end, at, at + interval '1 year', at from seeded;
  insert into subscription_changes (id, account_id, subscription_id, position, at, kind, status, plan_id, quantity,
      currency, mrr_cents, service, created_at)
    select started, account, subscription, 1, at, 'created', 'active', '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'::uuid,
      mrr / 2900, 'USD', mrr, true, at from seeded
    union all
    select ended, account, subscription, 2, at + interval '2 months', 'status', 'cancelled',
      '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90', mrr / 2900, 'USD', 0, false, at from seeded where stops;
  insert into mrr_movements (change_id, account_id, position, date, kind, currency, amount_cents, mrr_cents, created_at)
    select started, account, 1, at::date, 'new', 'USD', mrr, mrr, at from seeded
    union all
    select ended, account, 2, (at + interval '2 months')::date, 'churn', 'USD', mrr, 0, at from seeded where stops;`
