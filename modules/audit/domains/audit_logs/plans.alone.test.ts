import { randomUUID } from 'node:crypto'
import type { Database } from '@powernode/server/platform/db/database.ts'
import { sentQuery } from '@powernode/server/test/queries.ts'
import { world } from '@powernode/server/test/world.ts'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, test, vi } from 'vitest'

const ROWS = 200_000
const ACCOUNTS = 20

/** Inserts entries of the last 90 days, a twentieth of them of the account. */
async function insertEntries(db: Database, accountId: string) {
  const accounts = [accountId, ...Array.from({ length: ACCOUNTS - 1 }, () => randomUUID())]
  await sql`
    insert into audit_logs (id, account_id, user_id, action, resource_type, resource_id, source, status, severity, risk_level,
      message, ip_address, created_at)
    select gen_random_uuid(), (${accounts}::uuid[])[1 + n % ${ACCOUNTS}], gen_random_uuid(),
      (array['user.login', 'user.updated', 'page.published', 'user.login_failed', 'role.updated'])[1 + n % 5],
      'user', 'thing-' || n, 'api', case n % 50 when 0 then 'error' else 'success' end,
      case n % 100 when 0 then 'critical' else 'low' end, case n % 100 when 0 then 'critical' else 'low' end,
      'Entry word' || n % 5000, '10.0.' || n % 200 || '.1', now() - n * interval '90 days' / ${ROWS}
    from generate_series(1, ${ROWS}::int) n`.execute(db)
  await sql`vacuum analyze audit_logs`.execute(db)
}

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] }

/** How a plan reads the audit log. */
function scans(plan: Plan): string[] {
  const own = plan['Relation Name'] === 'audit_logs' ? [plan['Node Type']] : []
  return [...own, ...(plan.Plans ?? []).flatMap(scans)]
}

test('lists, searches and summaries of 200,000 entries never read all of them', {
  timeout: 240_000,
}, async () => {
  const { platform, owner } = await world()
  await insertEntries(platform.database, owner.accountId)
  const paths = [
    '?per_page=20',
    '?action=user.login',
    '?resource_type=user&resource_id=thing-40',
    '?ip_address=10.0.20.1',
    '?risk_level=critical',
    '?status=error',
    '?search=word40',
    `?user_id=${randomUUID()}`,
    '?user_email=a@example.com',
    '?date_from=2026-01-01',
    '/actions',
    '/stats',
    '/security_summary',
    '/compliance_summary',
    '/activity_timeline',
    '/activity_timeline?time_range=90d&granularity=day&search=word40',
    '/activity_timeline?time_range=30d&status=error&action=user.login',
    '/activity_timeline?date_from=2020-01-01&granularity=day',
    '/risk_analysis',
    '/security_summary?time_range=90d',
    '/integrity',
  ]
  for (const path of paths) {
    const sent = vi.spyOn(pg.Client.prototype, 'query')
    const { status } = await owner.get(`/audit_logs${path}`)
    expect([path, status]).toEqual([path, 200])
    const requests = sent.mock.calls.map(sentQuery)
    sent.mockRestore()
    const queries = requests.filter(({ text }) => text.includes('"audit_logs"'))
    expect(queries.length, path).toBeGreaterThan(0)
    for (const { text, values } of queries) {
      const { rows } = await platform.pool.query(`explain (format json) ${text}`, values)
      const found = scans(rows[0]['QUERY PLAN'][0].Plan)
      expect(found.length, path).toBeGreaterThan(0)
      expect([path, found.filter((node) => node === 'Seq Scan')]).toEqual([path, []])
    }
  }
})
