import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { dayOf } from '@powernode/server/platform/kernel/time.ts'
import type { Selectable } from 'kysely'
import { billingContacts } from '../payments/receipt.ts'
import { amountInWords } from '../subscriptions/notifications.ts'

type Grant = Pick<
  Selectable<DB['credit_grants']>,
  'id' | 'currency' | 'amount_cents' | 'reason' | 'expires_at'
>

/** Tells those who take care of the account’s billing that it was given credit. */
export async function notifyOfCredit(tx: Tx, grant: Grant): Promise<void> {
  const { id, currency, amount_cents, reason, expires_at } = grant
  const until = expires_at ? ` It can be used until ${dayOf(expires_at)}.` : ''
  await tx.notify(await billingContacts(tx), {
    notification_type: 'credit_given',
    title: `You were given ${amountInWords(amount_cents, currency)} of credit`,
    message: `${reason}\nYour next invoices use it.${until}`,
    severity: 'success',
    category: 'billing',
    action_url: '/billing',
    metadata: { credit_grant_id: id },
  })
}

/** Reminds them of what is left of credit that expires soon. */
export async function notifyOfExpiry(
  tx: Tx,
  { id, currency, remaining_cents, reason, expires_at }: Grant & { remaining_cents: number },
): Promise<void> {
  const amount = amountInWords(remaining_cents, currency)
  const day = expires_at ? dayOf(expires_at) : ''
  await tx.notify(await billingContacts(tx), {
    notification_type: 'credit_expiring',
    title: `${amount} of credit expires on ${day}`,
    message: `Of the credit for “${reason}”, ${amount} is left. It can be used until ${day}.`,
    severity: 'warning',
    category: 'billing',
    action_url: '/billing',
    metadata: { credit_grant_id: id },
  })
}
