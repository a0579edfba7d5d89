import pg from 'pg'
import { postgresUrl, workerToken } from './up.ts'

/** Runs SQL in the database of an installation, for a past that no request can create. */
export async function runSql(installation: { folder: string }, text: string) {
  const client = new pg.Client({ connectionString: await postgresUrl(installation) })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

/** Sixteen customers who began to pay in the last eight months, of whom two stopped two months later. */
export async function seedCustomers(installation: { folder: string; url: string }) {
  await runSql(installation, CUSTOMERS)
  const token = await workerToken(installation)
  const response = await fetch(`${installation.url}/api/v1/analytics/update_revenue_snapshots`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ period: 'history' }),
  })
  if (!response.ok) throw new Error(`The revenue was not recorded: ${response.status}`)
}

const CUSTOMERS = `
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
