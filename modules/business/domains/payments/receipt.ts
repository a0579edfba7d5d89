import type { Tx } from '@powernode/server/platform/db/context.ts'
import { formatAmount } from '../../pricing/money.ts'
import type { LockedInvoice } from '../invoices/announcing.ts'
import type { PaymentRow } from './locking.ts'

/** Notifies those who take care of the account’s billing of a payment. */
export async function sendReceipt(
  tx: Tx,
  { id, amount_cents, currency, applied_cents, credited_cents }: PaymentRow,
  invoice: LockedInvoice | undefined,
): Promise<void> {
  const amount = (cents: number) => `${formatAmount(BigInt(cents), currency)} ${currency}`
  const parts = [
    ...(invoice && applied_cents > 0 ? [`It paid invoice ${invoice.invoice_number}.`] : []),
    ...(credited_cents > 0 ? [`${amount(credited_cents)} is credit of your account now.`] : []),
  ]
  await tx.notify(await billingContacts(tx), {
    notification_type: 'payment_received',
    title: 'Payment received',
    message: [`We received ${amount(amount_cents)}.`, ...parts].join(' '),
    severity: 'success',
    category: 'billing',
    action_url: invoice ? `/invoices/${invoice.id}` : '/billing',
    metadata: { payment_id: id },
  })
}

/** Owners and billing administrators of the account. */
export async function billingContacts(tx: Tx): Promise<string[]> {
  const users = await tx
    .own('user_roles')
    .select()
    .innerJoin('roles', 'roles.id', 'user_roles.role_id')
    .innerJoin('users', 'users.id', 'user_roles.user_id')
    .select('users.id')
    .distinct()
    .where('roles.name', 'in', ['owner', 'billing_admin'])
    .where('roles.account_id', 'is', null)
    .where('users.status', '=', 'active')
    .execute()
  return users.map(({ id }) => id)
}
