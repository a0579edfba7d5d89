import pg from 'pg'

export const PLAN = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'
export const PRICE_CENTS = 2900

/** Connects without triggers and foreign keys, which make filling tables slow, and prepares the plan that is subscribed to. */
export async function connectSeeding(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => {}) // its database is dropped after another error
  await client.connect()
  await client.query(
    `set session_replication_role = replica; set time zone 'UTC'; set synchronous_commit = off`,
  )
  await client.query(
    `insert into plans (id, name, slug, price_cents) values ('${PLAN}', 'Bench', 'bench', ${PRICE_CENTS})
      on conflict do nothing`,
  )
  return client
}

/** So many customers with a subscription each, those that exist included, in the table `customers` (n, account, subscription). */
export const seedCustomersSql = (count: number) => `
  create table if not exists customers (n integer primary key, account uuid, subscription uuid);
  with added as (
    insert into customers select n, gen_random_uuid(), gen_random_uuid()
      from generate_series((select coalesce(max(n), 0) + 1 from customers), ${count}) n returning *
  ), accounts as (
    insert into accounts (id, name, subdomain) select account, 'Customer ' || n, 'bench-' || n from added
  ), profiles as (
    insert into billing_profiles (account_id, currency) select account, 'USD' from added
  )
  insert into subscriptions (id, account_id, plan_id, status, current_period_start, current_period_end, billing_anchor_day, created_at)
  select subscription, account, '${PLAN}', 'active', now() - interval '2 days', now() + interval '28 days',
    extract(day from now() - interval '2 days'), now() - make_interval(days => 30 + n % 700) from added`

/** Paid invoices of each customer, one in each of so many months before this one, with their payments: the table `paid`. */
export const seedPaidSql = (months: number) => `
  create temp table paid as
    select gen_random_uuid() as invoice, gen_random_uuid() as payment, account, subscription, n, month,
      date_trunc('month', now()) - make_interval(months => month) + make_interval(secs => n) as at
    from customers, generate_series(1, ${months}) month;
  insert into invoices (id, account_id, subscription_id, invoice_number, invoice_type, status, currency, subtotal_cents,
      tax_cents, total_cents, amount_paid_cents, period_start, period_end, issued_at, due_at, paid_at, seller, buyer, created_at)
    select invoice, account, subscription, 'INV-' || to_char(at, 'YYYYMM') || '-' || lpad(n::text, 6, '0'), 'renewal',
      'paid', 'USD', ${PRICE_CENTS}, 0, ${PRICE_CENTS}, ${PRICE_CENTS}, at, at + interval '1 month', at, at, at, '{}', '{}', at
    from paid order by at;
  insert into payments (id, account_id, invoice_id, gateway, livemode, amount_cents, applied_cents, currency, status, intent_id,
      external_id, fee_cents, processed_at, created_at, updated_at)
    select payment, account, invoice, 'stripe', false, ${PRICE_CENTS}, ${PRICE_CENTS}, 'USD', 'succeeded', 'pi_' || payment,
      'ch_' || payment, 114, at, at, at from paid order by at;`

/** The same for one account: $2 invoices of account $1, a minute apart, before this month. */
export const SEED_HISTORY_SQL = `
  with paid as (
    select gen_random_uuid() as invoice, gen_random_uuid() as payment, n,
      date_trunc('month', now()) - make_interval(mins => n) as at from generate_series(1, $2::int) n
  ), invoiced as (
    insert into invoices (id, account_id, invoice_number, invoice_type, status, currency, subtotal_cents, tax_cents, total_cents,
      amount_paid_cents, issued_at, due_at, paid_at, seller, buyer, created_at)
    select invoice, $1, 'OLD-' || n, 'manual', 'paid', 'USD', ${PRICE_CENTS}, 0, ${PRICE_CENTS}, ${PRICE_CENTS}, at, at, at,
      '{}', '{}', at from paid
  )
  insert into payments (id, account_id, invoice_id, gateway, livemode, amount_cents, applied_cents, currency, status, intent_id,
    external_id, fee_cents, processed_at, created_at, updated_at)
  select payment, $1, invoice, 'stripe', false, ${PRICE_CENTS}, ${PRICE_CENTS}, 'USD', 'succeeded', 'pi_' || payment,
    'ch_' || payment, 114, at, at, at from paid`

/** Two years of recurring revenue: each customer begins, every third expands, every seventh leaves. */
export const SEED_REVENUE_SQL = `
  create temp table moves as
    select gen_random_uuid() as id, account, subscription, move.*,
      least(now(), date_trunc('month', now()) - make_interval(months => 23 - n % 24) + make_interval(hours => n % 600)
        + make_interval(months => move.later)) as at
    from customers cross join lateral (values
      (1, 0, 'new', ${PRICE_CENTS}, ${PRICE_CENTS}, true),
      (2, 3, 'expansion', ${PRICE_CENTS}, ${2 * PRICE_CENTS}, n % 3 = 0),
      (3, 8, 'churn', case when n % 3 = 0 then 2 else 1 end * ${PRICE_CENTS}, 0, n % 7 = 0)
    ) move (position, later, kind, amount, mrr, happens)
    where move.happens and n % 24 + move.later <= 23
      -- Those that the sweep has renewed have changes of their own.
      and not exists (select from subscription_changes changed where changed.account_id = account);
  insert into subscription_changes (id, account_id, subscription_id, position, at, kind, status, plan_id, quantity, currency,
      mrr_cents, service, created_at)
    select id, account, subscription, position, at, case position when 1 then 'created' when 2 then 'quantity' else 'status' end,
      case kind when 'churn' then 'cancelled' else 'active' end, '${PLAN}', 1, 'USD', mrr, mrr > 0, at from moves;
  insert into mrr_movements (change_id, account_id, position, date, kind, currency, amount_cents, mrr_cents, created_at)
    select id, account, position, at::date, kind, 'USD', amount, mrr, at from moves;`

/** The lines of the invoices of `paid`, and what they and their payments posted: four lines of the ledger each. */
export const SEED_LEDGER_SQL = `
  insert into invoice_lines (id, account_id, invoice_id, position, line_type, description, quantity, unit_amount_cents,
      amount_cents, basis)
    select gen_random_uuid(), account, invoice, 1, 'subscription', 'Bench', 1, ${PRICE_CENTS}, ${PRICE_CENTS},
      '{"version": 1, "kind": "price", "unit_cents": ${PRICE_CENTS}, "quantity": 1}' from paid;
  insert into document_counters (series, last_number)
    select 'INV-' || to_char(at, 'YYYYMM'), count(*) from paid group by 1;
  create temp table entries as
    select gen_random_uuid() as id, account, at, kind, subject, debit, credit from paid cross join lateral (values
      ('invoice_issued', invoice, 'receivable', 'sales'), ('payment_succeeded', payment, 'clearing:stripe', 'receivable')
    ) entry (kind, subject, debit, credit);
  insert into ledger_entries (id, account_id, currency, kind, subject_type, subject_id, occurred_at)
    select id, account, 'USD', kind, 'invoice', subject, at from entries;
  insert into ledger_lines (entry_id, account_id, ledger_account, amount_cents)
    select id, account, debit, ${PRICE_CENTS} from entries union all select id, account, credit, -${PRICE_CENTS} from entries;
  update payments set fee_cents = null;`
