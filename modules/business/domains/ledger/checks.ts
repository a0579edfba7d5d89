import { type RawBuilder, sql } from 'kysely'

/** What two ways of computing the same amount must agree on. */
export interface CheckRow {
  account_id: string | null
  subject: string
  expected: string
  actual: string
}

const settled = sql`status in ('succeeded', 'partially_refunded', 'refunded')`

/** What the gateway took for disputes of a payment. */
const taken = sql`coalesce((
  select sum(case when d.status = 'won' then 0 else d.amount_cents end + d.fee_cents)
  from disputes d where d.payment_id = payments.id), 0)`

/** The balance of a ledger account of each account and currency, as a query. `sign` is -1 for liabilities. */
const balances = (names: RawBuilder<unknown>, sign: 1 | -1) => sql`
  select l.account_id, e.currency, l.ledger_account as name, ${sql.lit(sign)} * sum(l.amount_cents) as amount
  from ledger_lines l join ledger_entries e on e.id = l.entry_id
  where l.ledger_account ${names} group by 1, 2, 3`

/** Rows of a query (account_id, currency, name, amount) that differ from the balances in the ledger. */
const againstLedger = (
  expected: RawBuilder<unknown>,
  names: RawBuilder<unknown>,
  sign: 1 | -1,
) => sql<CheckRow>`
  select coalesce(x.account_id, b.account_id) as account_id,
    coalesce(x.name, b.name) || ' in ' || coalesce(x.currency, b.currency) as subject,
    coalesce(x.amount, 0)::text as expected, coalesce(b.amount, 0)::text as actual
  from (${expected}) x full join (${balances(names, sign)}) b
    on b.account_id = x.account_id and b.currency = x.currency and b.name = x.name
  where coalesce(x.amount, 0) <> coalesce(b.amount, 0)`

/** Rows of a query (account_id, number, expected, actual) whose amounts differ. */
const ofInvoices = (
  what: string,
  expected: RawBuilder<unknown>,
  actual: RawBuilder<unknown>,
  joined = sql``,
) => sql<CheckRow>`
  select account_id, invoice_number || ', ' || ${what} as subject, expected::text, actual::text
  from (select i.account_id, i.invoice_number, ${expected} as expected, ${actual} as actual
    from invoices i ${joined}) compared
  where expected <> actual`

/** The same for what issuing them posted to a ledger account. */
const ofPosted = (what: string, name: string, expected: RawBuilder<unknown>) =>
  ofInvoices(
    what,
    sql`case when i.issued_at is null then 0 else ${expected} end`,
    sql`- coalesce(posted.amount_cents, 0)`,
    sql`left join (${posted(name)}) posted using (id)`,
  )

const sumOf = (query: RawBuilder<unknown>) => sql`coalesce((${query}), 0)`

const paidBack = sql`status = 'succeeded' and destination = 'method'`

/** What was paid back of the payments of an invoice. */
const refunded = sumOf(sql`
  select sum(invoiced_cents) from refunds where invoice_id = i.id and ${paidBack}`)

/** What issuing each invoice posted to a ledger account, as a query that joins all of them at once. */
const posted = (name: string) => sql`
  select e.subject_id as id, l.amount_cents from ledger_lines l join ledger_entries e on e.id = l.entry_id
  where e.kind = 'invoice_issued' and l.ledger_account = ${name}`

/** What a number series counted, and the documents that have its numbers. */
const series = (prefix: string, documents: RawBuilder<unknown>) => sql<CheckRow>`
  select null as account_id, 'numbers ' || series as subject, last_number::text as expected,
    count(n.number) || ' documents up to ' || coalesce(max(n.position), 0) as actual
  from document_counters c left join (
    select number, rtrim(rtrim(number, '0123456789'), '-') as series,
      nullif(substr(number, length(rtrim(number, '0123456789')) + 1), '')::integer as position
    from (${documents}) d) n using (series)
  where series like ${`${prefix}-%`}
  group by series, last_number
  having count(n.number) <> last_number or coalesce(max(n.position), 0) <> last_number`

/** Each returns the rows that differ. Nothing else is read while they run. */
export const checks: Record<string, RawBuilder<CheckRow>> = {
  'Every entry sums to zero': sql<CheckRow>`
    select account_id, 'entry ' || id as subject, '0' as expected, actual::text
    from (select entry_id as id, sum(amount_cents) as actual from ledger_lines
      group by entry_id having sum(amount_cents) <> 0) uneven join ledger_entries using (id)`,
  'Receivable is what open invoices and carried balances are due': againstLedger(
    sql`select account_id, currency, 'receivable' as name, sum(
        case when status = 'open' then amount_due_cents else 0 end +
        case when carried_to is null and balance_written_off_at is null then carried_cents else 0 end) as amount
      from invoices where status in ('open', 'paid', 'uncollectible') group by 1, 2`,
    sql`= 'receivable'`,
    1,
  ),
  'The credit balance is what remains of credit': againstLedger(
    sql`select account_id, currency, 'credit_balance' as name, sum(remaining_cents) as amount
      from credit_grants group by 1, 2`,
    sql`= 'credit_balance'`,
    -1,
  ),
  'Clearing is what was paid and neither paid back nor kept by the gateway': againstLedger(
    sql`select account_id, currency, 'clearing:' || gateway as name,
        sum(amount_cents - refunded_cents - coalesce(fee_cents, 0) - ${taken}) as amount
      from payments where ${settled} group by 1, 2, 3`,
    sql`like 'clearing:%'`,
    1,
  ),
  'Clearing has what the gateways list for payments': sql<CheckRow>`
    select account_id, 'payment ' || id as subject, listed::text as expected, posted::text as actual
    from (select p.account_id, p.id, r.amount_cents as listed, ${sumOf(sql`
        select sum(l.amount_cents) from ledger_entries e join ledger_lines l on l.entry_id = e.id
        where e.kind = 'payment_succeeded' and e.subject_id = p.id and e.currency = r.currency
          and l.ledger_account = 'clearing:' || p.gateway`)} as posted
      from reconciled_payments r join payments p on p.id = r.id
      where r.amount_cents is not null and not exists (
        select from reconciliation_flags f where f.payment_id = p.id and f.type = 'amount_mismatch')) compared
    where listed <> posted`,
  'Payments that the last comparison with a gateway did not find are known differences': sql<CheckRow>`
    select p.account_id, 'payment ' || p.id as subject, '0' as expected, p.amount_cents::text as actual
    from (select distinct on (gateway) gateway, livemode, starts_at, ends_at from reconciliation_reports
        where status = 'completed' and report_type = 'daily' and livemode is not null
        order by gateway, report_date desc) last
      join payments p on p.gateway = last.gateway and p.livemode = last.livemode
        and p.created_at between last.starts_at and last.ends_at and p.processed_at < last.ends_at
    where ${settled} and not exists (select from reconciled_payments r where r.id = p.id)
      and not exists (select from reconciliation_flags f where f.payment_id = p.id)`,
  'Gateway fees are those of payments and disputes': againstLedger(
    sql`select account_id, currency, 'gateway_fees' as name, sum(fee_cents) as amount
      from (select account_id, currency, fee_cents from payments where fee_cents is not null
        union all select account_id, currency, fee_cents from disputes) f group by 1, 2`,
    sql`= 'gateway_fees'`,
    1,
  ),
  'Suspense is what was paid for nothing': againstLedger(
    sql`select account_id, currency, 'suspense' as name,
        sum(amount) as amount
      from (select account_id, currency, amount_cents - applied_cents - credited_cents as amount
          from payments where ${settled}
        union all select account_id, currency, invoiced_cents + credited_cents - amount_cents
          from refunds) s group by 1, 2`,
    sql`= 'suspense'`,
    -1,
  ),
  'Refunds payable is what is being paid back': againstLedger(
    sql`select account_id, currency, 'refunds_payable' as name, sum(amount_cents) as amount
      from refunds where status = 'pending' group by 1, 2`,
    sql`= 'refunds_payable'`,
    -1,
  ),
  'Disputed is what open disputes hold back': againstLedger(
    sql`select account_id, currency, 'disputed' as name, sum(amount_cents) as amount
      from disputes where status = 'open' group by 1, 2`,
    sql`= 'disputed'`,
    1,
  ),
  'Payments are paid back with their refunds': sql<CheckRow>`
    select account_id, 'payment ' || id as subject, expected::text, refunded_cents::text as actual
    from (select p.account_id, p.id, p.refunded_cents, ${sumOf(sql`
      select sum(amount_cents) from refunds
      where payment_id = p.id and ${paidBack}`)} as expected from payments p) compared
    where expected <> refunded_cents`,
  'Credit notes of refunds are for what is paid back': sql<CheckRow>`
    select account_id, number as subject, expected::text, to_refund_cents::text as actual
    from (select n.account_id, n.number, n.to_refund_cents, ${sumOf(sql`
      select sum(invoiced_cents) from refunds
      where credit_note_id = n.id and destination = 'method'`)} as expected from credit_notes n) compared
    where expected <> to_refund_cents`,
  'Failed refunds became credit': sql<CheckRow>`
    select account_id, 'refund ' || id as subject, expected::text, granted::text as actual
    from (select r.account_id, r.id, case when r.status = 'failed' then r.amount_cents else 0 end as expected,
      ${sumOf(sql`select sum(amount_cents) from credit_grants
        where source = 'refund' and source_id = r.id`)} as granted from refunds r) compared
    where expected <> granted`,
  'Credit from payments is what they were not used for': sql<CheckRow>`
    select account_id, 'payment ' || id as subject, credited_cents::text as expected, granted::text as actual
    from (select p.account_id, p.id, p.credited_cents, ${sumOf(sql`
      select sum(amount_cents) from credit_grants where source = 'payment' and source_id = p.id`)} as granted
      from payments p) compared
    where credited_cents <> granted`,
  'Invoices are paid with their payments': ofInvoices(
    'paid',
    sql`${sumOf(sql`select sum(applied_cents) from payments
      where invoice_id = i.id and ${settled}`)} - ${refunded}`,
    sql`i.amount_paid_cents`,
  ),
  'Invoices use the credit that was used for them': ofInvoices(
    'credit used',
    sumOf(sql`select sum(amount_cents) from credit_uses
      where invoice_id = i.id and reversed_at is null`),
    sql`i.credit_applied_cents`,
  ),
  'Invoices are reduced by their credit notes': ofInvoices(
    'credited',
    sql`${sumOf(sql`select sum(to_invoice_cents) from credit_notes
      where invoice_id = i.id`)} + ${refunded}`,
    sql`i.credited_cents`,
  ),
  'Issued invoices are posted': ofPosted('tax posted', 'tax_payable', sql`i.tax_cents`),
  'Sales are what issued invoices are for': ofPosted(
    'sales posted',
    'sales',
    sql`i.subtotal_cents - ${sumOf(sql`
      select sum(amount_cents) from invoice_lines
      where invoice_id = i.id and line_type = 'carried'`)}`,
  ),
  'What remains of credit is what was not used and has not expired': sql<CheckRow>`
    select account_id, 'credit ' || id as subject, expected::text, remaining_cents::text as actual
    from (select g.account_id, g.id, g.remaining_cents, g.amount_cents - g.refunded_cents - ${sumOf(sql`
      select sum(amount_cents) from credit_uses
      where grant_id = g.id and reversed_at is null`)} - ${sumOf(sql`
      select sum(amount_cents) from credit_expiries where grant_id = g.id`)} as expected
      from credit_grants g) compared
    where expected <> remaining_cents`,
  'Numbers of invoices have no gap': series(
    'INV',
    sql`select invoice_number as number from invoices`,
  ),
  'Numbers of credit notes have no gap': series('CN', sql`select number from credit_notes`),
}
