import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import type { Selectable } from 'kysely'

/** Records a change of a dispute in the audit log, and notifies webhooks of it. */
export async function announceDispute(
  tx: Tx,
  change: 'opened' | 'closed',
  dispute: Selectable<DB['disputes']>,
): Promise<void> {
  const { id, payment_id, status, reason, amount_cents, currency, external_id } = dispute
  const base = { id, payment_id, status, reason, amount_cents, currency }
  await tx.audit(`dispute.${change}`, id, { new: { ...base, external_id } })
  await tx.emit(`dispute.${change}`, base)
}
