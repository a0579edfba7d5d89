import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import type { TestUser } from '@powernode/server/test/world.ts'
import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { issueInvoice, marketplace } from '../../test/arrange.ts'
import { setClock } from '../../test/subscribing.ts'
import { verifyBooks } from './verify.ts'

type Here = Awaited<ReturnType<typeof marketplace>>

type Act = typeof acts extends fc.Arbitrary<infer A> ? A : never

async function differences({ platform }: Here) {
  const found = []
  for await (const difference of verifyBooks(platform.database)) found.push(difference)
  return found
}

const acts = fc.oneof(
  fc.record({
    name: fc.constant('draft' as const),
    cents: fc.integer({ min: 0, max: 5000 }),
    quantity: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    name: fc.constant('grant' as const),
    cents: fc.integer({ min: 1, max: 3000 }),
    days: fc.option(fc.integer({ min: 1, max: 60 })),
  }),
  fc.record({ name: fc.constant('sweep' as const), days: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    name: fc.constant('tax' as const),
    rate: fc.constantFrom(0, 0.0825, 0.19, 0.2),
  }),
  fc.record({
    name: fc.constantFrom(
      'finalize' as const,
      'mark_paid' as const,
      'void' as const,
      'write_off' as const,
    ),
    which: fc.nat(20),
  }),
  fc.record({
    name: fc.constant('credit_notes' as const),
    which: fc.nat(20),
    cents: fc.integer({ min: 1, max: 6000 }),
  }),
  fc.record({
    name: fc.constant('refund' as const),
    which: fc.nat(20),
    cents: fc.integer({ min: 1, max: 6000 }),
    to: fc.constantFrom('method' as const, 'balance' as const),
  }),
)

test('the books agree after any sequence of acts, allowed or refused', async () => {
  const here = await marketplace()
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 10, maxLength: 40 }), async (sequence) => {
      vi.useRealTimers()
      const buyer = await here.stranger()
      setClock('2020-03-10')
      const ids: string[] = []
      for (const one of sequence) {
        const id = 'which' in one ? (ids[one.which % (ids.length || 1)] ?? '') : ''
        const { status, data } = await perform(here, buyer, one, id)
        expect(status).toBeLessThan(500)
        if (one.name === 'draft' && status === 201) {
          ids.push(data.id)
          if (one.cents % 3 > 0) await here.act('finalize', data)
        }
      }
      const { data } = await buyer.get('/invoices?per_page=100')
      for (const invoice of data) expect(invoice.amount_due_cents).toBeGreaterThanOrEqual(0)
      expect(await differences(here)).toEqual([])
    }),
    { numRuns: 15 },
  )
}, 180_000)

async function perform(here: Here, buyer: TestUser, one: Act, id: string) {
  const account_id = buyer.accountId
  switch (one.name) {
    case 'draft': {
      const line = { description: 'Usage', quantity: one.quantity, unit_amount_cents: one.cents }
      return here.admin.post('/admin/invoices', { account_id, lines: [line] })
    }
    case 'grant': {
      const expires_at = one.days && new Date(Date.now() + one.days * DAY_MS).toISOString()
      return here.grant(one.cents, { account_id, ...(expires_at && { expires_at }) })
    }
    case 'sweep': {
      setClock(new Date(Date.now() + one.days * DAY_MS).toISOString())
      const swept = await here.worker.post('/internal/billing/sweep_balances')
      expect(swept.data.failed).toBe(0)
      return swept
    }
    case 'tax':
      return here.admin.patch(`/admin/billing_profiles/${account_id}`, { tax_rate: one.rate })
    case 'refund': {
      const { data } = await buyer.get('/payments?per_page=100')
      const payment = data[one.which % (data.length || 1)] ?? { id: buyer.id }
      return here.admin.post(`/admin/payments/${payment.id}/refunds`, {
        ...{ amount_cents: one.cents, reason: 'Cancelled', to: one.to },
        ...(one.to === 'method' && { reference: 'Wire back' }),
      })
    }
    case 'credit_notes': {
      const note = { amount_cents: one.cents, reason: 'goodwill', description: 'Sorry' }
      return here.act('credit_notes', { id }, note)
    }
    default:
      return here.act(
        one.name,
        { id },
        one.name === 'mark_paid' ? { reference: 'Wire' } : undefined,
      )
  }
}

test('each row that was changed behind the application is named', async () => {
  const here = await marketplace()
  const { owner, admin, grant, setTax, platform } = here
  await setTax({ tax_rate: 0.2 })
  await grant(500)
  const invoice = await issueInvoice(admin, owner)
  await here.act('credit_notes', invoice, {
    ...{ amount_cents: 600, reason: 'correction', description: 'Wrong price' },
  })
  await here.act('mark_paid', invoice, { reference: 'Wire' })
  expect(await differences(here)).toEqual([])
  const own = sql.lit(owner.accountId)
  const tampered: [RawBuilder<unknown>, string][] = [
    [
      sql`update ledger_lines set amount_cents = amount_cents + 1 where account_id = ${own}
      and ledger_account = 'tax_payable'`,
      'Every entry sums to zero',
    ],
    [
      sql`delete from ledger_lines where account_id = ${own} and entry_id in (
      select id from ledger_entries where kind = 'payment_succeeded')`,
      'Clearing is what was paid and neither paid back nor kept by the gateway',
    ],
    [
      sql`update credit_grants set remaining_cents = 1 where account_id = ${own}`,
      'What remains of credit is what was not used and has not expired',
    ],
    [
      sql`update credit_grants set remaining_cents = 1 where account_id = ${own}`,
      'The credit balance is what remains of credit',
    ],
    [
      sql`update credit_uses set reversed_at = created_at where account_id = ${own}`,
      'Invoices use the credit that was used for them',
    ],
    [
      sql`update payments set applied_cents = 1 where account_id = ${own}`,
      'Invoices are paid with their payments',
    ],
    [
      sql`update credit_notes set to_invoice_cents = 0, to_balance_cents = total_cents where account_id = ${own}`,
      'Invoices are reduced by their credit notes',
    ],
    [
      sql`update credit_notes set tax_cents = 0, subtotal_cents = total_cents where account_id = ${own}`,
      'Credit notes are what they were computed from',
    ],
    [
      sql`update invoices set status = 'open', paid_at = null, amount_paid_cents = 0 where account_id = ${own}`,
      'Receivable is what open invoices and carried balances are due',
    ],
    [
      sql`update invoices set tax_cents = 0, subtotal_cents = total_cents where account_id = ${own}`,
      'Issued invoices are posted',
    ],
    [
      sql`update invoices set tax_cents = 0, subtotal_cents = total_cents where account_id = ${own}`,
      'Sales are what issued invoices are for',
    ],
    [
      sql`update invoice_lines set amount_cents = 1 where account_id = ${own}`,
      'Invoices are what their lines were computed from',
    ],
    [
      sql`update document_counters set last_number = last_number + 1 where series like 'INV-%'`,
      'Numbers of invoices have no gap',
    ],
    [
      sql`update credit_notes set number = number || '9' where account_id = ${own}`,
      'Numbers of credit notes have no gap',
    ],
  ]
  for (const [statement, check] of tampered) {
    await platform.database
      .transaction()
      .execute(async (trx) => {
        await sql`set local session_replication_role = replica`.execute(trx)
        await statement.execute(trx)
        const found = []
        for await (const difference of verifyBooks(trx)) found.push(difference.check)
        expect(found).toContain(check)
        throw new Error('undo')
      })
      .catch((error: Error) => {
        if (error.message !== 'undo') throw error
      })
  }
})

// Last, because the books do not agree afterwards.
test('the nightly check raises one critical alert that names what differs', async () => {
  const here = await marketplace()
  const { owner, admin, worker, platform } = here
  const invoice = await issueInvoice(admin, owner)
  const verify = async () => (await worker.post('/internal/ledger/verify')).data
  const alerts = async () => (await admin.get('/admin/alerts')).data
  expect([await verify(), await alerts()]).toEqual([{ differences: 0 }, []])
  await platform.database.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`update invoices set amount_paid_cents = 900 where id = ${invoice.id}`.execute(trx)
  })
  expect(await verify()).toEqual({ differences: 2 })
  await verify()
  expect(await alerts()).toMatchObject([
    {
      ...{ severity: 'critical', trigger_count: 2 },
      summary: expect.stringContaining('receivable in USD, expected 2000, found 2900'),
    },
  ])
})
