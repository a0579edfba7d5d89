import type { Reading } from '@powernode/server/platform/db/database.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import type { Difference } from '@powernode/server/platform/module.ts'
import { sql } from 'kysely'
import { type CreditBasis, creditTotals } from '../../pricing/document.ts'
import { rebuildInvoice } from '../invoices/rebuilding.ts'
import { checks } from './checks.ts'

const PAGE_ROWS = 1000

/**
 * Compares the ledger, invoices, credit and payments with each other, and computes every invoice and credit note again from
 * what it was computed from. Yields each difference.
 */
export async function* verifyBooks(db: Reading<DB>): AsyncGenerator<Difference> {
  for (const [check, query] of Object.entries(checks)) {
    for (const row of (await query.execute(db)).rows) yield { check, ...row }
  }
  yield* rebuildInvoices(db)
  yield* rebuildCreditNotes(db)
}

async function* rebuildInvoices(db: Reading<DB>): AsyncGenerator<Difference> {
  const check = 'Invoices are what their lines were computed from'
  for (let after: string | undefined; ; ) {
    let query = db
      .selectFrom('invoices')
      .select(['id', 'account_id', 'invoice_number', 'tax_basis_points', 'tax_inclusive'])
      .select(['subtotal_cents', 'tax_cents', 'total_cents'])
      .orderBy('id')
      .limit(PAGE_ROWS)
    if (after) query = query.where('id', '>', after)
    const page = await query.execute()
    if (page.length === 0) return
    const ids = page.map(({ id }) => id)
    const lines = await db
      .selectFrom('invoice_lines')
      .select(['invoice_id', 'position', 'amount_cents', 'basis', 'taxable'])
      .where(sql<boolean>`invoice_id = any(${ids})`)
      .orderBy('position')
      .execute()
    const byInvoice = Map.groupBy(lines, ({ invoice_id }) => invoice_id)
    for (const invoice of page) {
      const { account_id, invoice_number } = invoice
      const own = byInvoice.get(invoice.id) ?? []
      const { amounts, ...totals } = rebuildInvoice(invoice, own)
      const compared: [what: string, expected: bigint | undefined, actual: number][] = [
        ...own.map(({ position, amount_cents }, index) => {
          return [`line ${position}`, amounts[index], amount_cents] as [string, bigint, number]
        }),
        ['subtotal', totals.subtotal_cents, invoice.subtotal_cents],
        ['tax', totals.tax_cents, invoice.tax_cents],
        ['total', totals.total_cents, invoice.total_cents],
      ]
      for (const [what, expected, actual] of compared) {
        if (expected === BigInt(actual)) continue
        const subject = `${invoice_number}, ${what}`
        yield { check, account_id, subject, expected: `${expected}`, actual: `${actual}` }
      }
    }
    if (page.length < PAGE_ROWS) return
    after = ids.at(-1)
  }
}

async function* rebuildCreditNotes(db: Reading<DB>): AsyncGenerator<Difference> {
  const check = 'Credit notes are what they were computed from'
  for (let after: string | undefined; ; ) {
    let query = db
      .selectFrom('credit_notes as n')
      .innerJoin('credit_note_lines as l', 'l.credit_note_id', 'n.id')
      .select(['n.id', 'n.account_id', 'number', 'subtotal_cents', 'tax_cents', 'basis'])
      .where('l.position', '=', 1)
      .orderBy('n.id')
      .limit(PAGE_ROWS)
    if (after) query = query.where('n.id', '>', after)
    const page = await query.execute()
    for (const { account_id, number, basis, ...note } of page) {
      const totals = creditTotals(basis as unknown as CreditBasis)
      for (const field of ['subtotal_cents', 'tax_cents'] as const) {
        if (totals[field] === BigInt(note[field])) continue
        const subject = `${number}, ${field === 'tax_cents' ? 'tax' : 'subtotal'}`
        yield { check, account_id, subject, expected: `${totals[field]}`, actual: `${note[field]}` }
      }
    }
    if (page.length < PAGE_ROWS) return
    after = page.at(-1)?.id
  }
}
