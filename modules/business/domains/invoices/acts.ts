import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { lockBilling } from '../billing/profile.ts'
import { returnCredit } from '../credit_grants/credit.ts'
import { post } from '../ledger/entry.ts'
import { announce, type LockedInvoice, lockInvoice } from './announcing.ts'
import { accountOfInvoice, readInvoice } from './invoice.ts'
import { carriedInto, issue, issueEntry } from './issuing.ts'
import { requireTransition } from './transitions.ts'

type Profile = Awaited<ReturnType<typeof lockBilling>>

/** Runs an act of the seller in the account of an invoice, which is locked. Returns the invoice afterwards. */
export async function onInvoice(
  ctx: Ctx,
  id: string,
  act: (tx: Tx, invoice: LockedInvoice, profile: Profile) => Promise<unknown>,
) {
  const accountCtx = ctx.inAccount(await accountOfInvoice(ctx, id))
  await accountCtx.transaction(async (tx) => {
    const profile = await lockBilling(tx)
    await act(tx, await lockInvoice(tx, id), profile)
  })
  return readInvoice(accountCtx, id)
}

/** Issues a draft. */
export const finalizeInvoice = (ctx: Ctx, id: string) =>
  onInvoice(ctx, id, (tx, _, profile) => issue(tx, profile, id))

/** Voids a draft, or an open invoice for which nothing was paid; the credit that it used returns. */
export const voidInvoice = (ctx: Ctx, id: string) => onInvoice(ctx, id, voidLocked)

/** Writes off what is due; it can still be paid. */
export const writeOffInvoice = (ctx: Ctx, id: string) => onInvoice(ctx, id, writeOffLocked)

/** Voids a locked invoice. The caller holds the billing lock of the account. */
export async function voidLocked(tx: Tx, invoice: LockedInvoice): Promise<void> {
  const { id } = invoice
  requireTransition('void', invoice)
  if (invoice.amount_paid_cents > 0 || invoice.credited_cents > 0) {
    throw fail.with(
      'invalid_transition',
      'Part of this invoice is paid or credited: credit the rest',
    )
  }
  if (invoice.status === 'open') {
    await returnCredit(tx, invoice)
    const { debit, credit, ...entry } = issueEntry(invoice, {
      ...invoice,
      carried: await carriedInto(tx, id),
    })
    await post(tx, { ...entry, kind: 'invoice_voided', debit: credit, credit: debit })
    await tx.own('invoices').update({ carried_to: null }).where('carried_to', '=', id).execute()
  }
  await tx
    .own('invoices')
    .update({
      status: 'void',
      voided_at: tx.now(),
      credit_applied_cents: 0,
      updated_at: tx.now(),
    })
    .where('id', '=', id)
    .execute()
  await announce(tx, 'voided', id, invoice)
}

/** Writes off what is due for a locked invoice. The caller holds the billing lock of the account. */
export async function writeOffLocked(tx: Tx, invoice: LockedInvoice): Promise<void> {
  const { id, currency, amount_due_cents } = invoice
  requireTransition('write_off', invoice)
  await post(tx, {
    kind: 'invoice_written_off',
    subject_type: 'invoice',
    subject_id: id,
    currency,
    debit: { bad_debts: amount_due_cents },
    credit: { receivable: amount_due_cents },
  })
  await tx
    .own('invoices')
    .update({ status: 'uncollectible', updated_at: tx.now() })
    .where('id', '=', id)
    .execute()
  await announce(tx, 'written_off', id, invoice)
}
