import { randomUUIDv7 } from 'node:crypto'
import { unaudited } from '@powernode/server/test/rows.ts'
import type { TestUser } from '@powernode/server/test/world.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { issueInvoice, marketplace } from '../../test/arrange.ts'
import { post } from './entry.ts'

const entry = () => ({
  kind: 'credit_granted' as const,
  subject_type: 'credit_grant' as const,
  subject_id: randomUUIDv7(),
  currency: 'USD' as const,
})

const entriesOf = (user: TestUser) =>
  user.ctx
    .own('ledger_entries')
    .select()
    .innerJoin('ledger_lines as l', 'l.entry_id', 'ledger_entries.id')
    .select(['kind', 'ledger_account', 'amount_cents'])
    .orderBy('ledger_entries.id')
    .orderBy('ledger_account')
    .execute()

test('PostgreSQL refuses an entry whose debit and credit differ', async () => {
  const { owner } = await marketplace()
  const unbalanced = unaudited(owner.ctx, (tx) =>
    post(tx, { ...entry(), debit: { sales: 100 }, credit: { credit_balance: 99 } }),
  )
  await expect(unbalanced).rejects.toThrow('does not balance')
  expect(await entriesOf(owner)).toEqual([])
})

test('a subject is posted once', async () => {
  const { owner } = await marketplace()
  const posted = { ...entry(), debit: { sales: 100 }, credit: { credit_balance: 100 } }
  await unaudited(owner.ctx, (tx) => post(tx, posted))
  await expect(unaudited(owner.ctx, (tx) => post(tx, posted))).rejects.toThrow('duplicate key')
})

test('an issued, voided and paid invoice is posted with its tax', async () => {
  const { owner, admin, setTax, act } = await marketplace()
  await setTax({ tax_rate: 0.2 })
  await act('void', await issueInvoice(admin, owner))
  await act('mark_paid', await issueInvoice(admin, owner), { reference: 'Wire' })
  const rows = (await entriesOf(owner)).map((row) => Object.values(row).join(' '))
  expect(rows).toEqual([
    'invoice_issued receivable 3480',
    'invoice_issued sales -2900',
    'invoice_issued tax_payable -580',
    'invoice_voided receivable -3480',
    'invoice_voided sales 2900',
    'invoice_voided tax_payable 580',
    'invoice_issued receivable 3480',
    'invoice_issued sales -2900',
    'invoice_issued tax_payable -580',
    'payment_succeeded clearing:manual 3480',
    'payment_succeeded receivable -3480',
  ])
})

test('what was written off and then paid reduces bad debts', async () => {
  const { owner, admin, act } = await marketplace()
  const invoice = await issueInvoice(admin, owner)
  await act('write_off', invoice)
  await act('mark_paid', invoice, { reference: 'Wire' })
  const rows = (await entriesOf(owner)).slice(2).map((row) => Object.values(row).join(' '))
  expect(rows).toEqual([
    'invoice_written_off bad_debts 2900',
    'invoice_written_off receivable -2900',
    'payment_succeeded bad_debts -2900',
    'payment_succeeded clearing:manual 2900',
  ])
})

test('PostgreSQL refuses changes of what is posted, issued, paid and credited', async () => {
  const { owner, admin, act, grant, platform } = await marketplace()
  await grant(1000)
  const invoice = await issueInvoice(admin, owner)
  await act('credit_notes', invoice, {
    ...{ amount_cents: 100, reason: 'correction', description: 'Wrong price' },
  })
  await act('mark_paid', invoice, { reference: 'Wire' })
  const own = sql.lit(owner.accountId)
  const refused = [
    sql`update ledger_lines set amount_cents = amount_cents + 1 where account_id = ${own}`,
    sql`delete from ledger_lines where account_id = ${own}`,
    sql`update ledger_entries set kind = 'other' where account_id = ${own}`,
    sql`delete from ledger_entries where account_id = ${own}`,
    sql`truncate ledger_lines`,
    sql`update invoices set total_cents = 1, subtotal_cents = 1 where account_id = ${own}`,
    sql`update invoices set notes = 'New' where account_id = ${own}`,
    sql`update invoices set buyer = '{}' where account_id = ${own}`,
    sql`update invoices set status = 'draft', issued_at = null, paid_at = null where account_id = ${own}`,
    sql`delete from invoices where account_id = ${own}`,
    sql`update invoice_lines set description = 'New' where account_id = ${own}`,
    sql`delete from invoice_lines where account_id = ${own}`,
    sql`insert into invoice_lines (id, account_id, invoice_id, position, line_type, description, quantity,
      unit_amount_cents, amount_cents, basis) values (gen_random_uuid(), ${own}, ${sql.lit(invoice.id)}, 9,
      'usage', 'More', 1, 1, 1, '{}')`,
    sql`update payments set currency = 'EUR' where account_id = ${own}`,
    sql`delete from payments where account_id = ${own}`,
    sql`update credit_notes set number = 'CN-1' where account_id = ${own}`,
    sql`delete from credit_note_lines where account_id = ${own}`,
    sql`update credit_grants set amount_cents = 2000 where account_id = ${own}`,
    sql`update credit_grants set remaining_cents = -1 where account_id = ${own}`,
    sql`delete from credit_grants where account_id = ${own}`,
    sql`update credit_uses set amount_cents = 1 where account_id = ${own}`,
    sql`delete from credit_uses where account_id = ${own}`,
    sql`delete from accounts where id = ${own}`,
  ]
  for (const statement of refused) {
    const outcome = await statement.execute(platform.database).then(
      () => 'accepted',
      (error: { code: string }) => error.code,
    )
    const text = statement.compile(platform.database).sql
    expect([text, outcome]).toEqual([text, expect.stringMatching(/^(23001|23503|23514|0A000)$/)])
  }
})
