import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'

type Gateway = DB['payments']['gateway']

/**
 * Assets: what the account owes, money at a gateway, and what it holds back while a payment is disputed. Liabilities: what the
 * seller owes the account or the tax office, what is being paid back, and money of unknown purpose. Income: sales. Expenses: fees and debts that are not paid.
 */
export type LedgerAccount =
  | 'receivable'
  | `clearing:${Gateway}`
  | 'credit_balance'
  | 'tax_payable'
  | 'sales'
  | 'bad_debts'
  | 'suspense'
  | 'gateway_fees'
  | 'refunds_payable'
  | 'disputed'

/** What is posted, at most once for each subject. */
type Kind =
  | 'invoice_issued'
  | 'invoice_voided'
  | 'invoice_written_off'
  | 'credit_used'
  | 'credit_reversed'
  | 'credit_granted'
  | 'credit_expired'
  | 'balance_written_off'
  | 'credit_note_issued'
  | 'payment_succeeded'
  | 'suspense_settled'
  | 'fee_known'
  | 'refund_requested'
  | 'refund_succeeded'
  | 'refund_failed'
  | 'refund_returned'
  | 'dispute_opened'
  | 'dispute_won'
  | 'dispute_lost'

type Amounts = Partial<Record<LedgerAccount, number>>

interface Entry {
  kind: Kind
  subject_type:
    | 'invoice'
    | 'credit_use'
    | 'credit_grant'
    | 'credit_expiry'
    | 'credit_note'
    | 'payment'
    | 'refund'
    | 'dispute'
  subject_id: string
  currency: DB['ledger_entries']['currency']
  debit: Amounts
  credit: Amounts
}

/**
 * Posts an entry in the transaction of the change it records. Accounts without an amount are left out; an entry without
 * amounts is not written. PostgreSQL refuses the transaction if debit and credit differ.
 */
export async function post(tx: Tx, { debit, credit, ...entry }: Entry): Promise<void> {
  const lines = [
    ...Object.entries(debit),
    ...Object.entries(credit).map(([name, amount]) => [name, -amount] as const),
  ].filter(([, amount]) => amount !== 0)
  if (lines.length === 0) return
  const id = randomUUIDv7()
  await tx
    .own('ledger_entries')
    .insert({ ...entry, id, occurred_at: tx.now() })
    .execute()
  await tx
    .own('ledger_lines')
    .insert(
      lines.map(([ledger_account, amount_cents]) => ({
        entry_id: id,
        ledger_account,
        amount_cents,
      })),
    )
    .execute()
}
