import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Updateable } from 'kysely'

export const statuses = [
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'paused',
  'suspended',
  'incomplete',
  'cancelled',
  'incomplete_expired',
] as const
export type SubscriptionStatusName = (typeof statuses)[number]

const live = statuses.filter((status) => !hasEnded(status))

/** Transitions of a subscription: from which statuses, to which. Any other is 409 `invalid_transition`. */
const transitions = {
  activate: {
    from: ['trialing', 'past_due', 'unpaid', 'suspended', 'incomplete'],
    to: 'active',
  },
  mark_past_due: { from: ['active', 'trialing'], to: 'past_due' },
  mark_unpaid: { from: ['active', 'past_due'], to: 'unpaid' },
  suspend: { from: ['trialing', 'active', 'past_due', 'unpaid'], to: 'suspended' },
  pause: { from: ['trialing', 'active'], to: 'paused' },
  resume: { from: ['paused'], to: 'active' },
  cancel: { from: live, to: 'cancelled' },
  expire: { from: ['incomplete', 'past_due', 'unpaid'], to: 'incomplete_expired' },
} as const satisfies Record<
  string,
  { from: readonly SubscriptionStatusName[]; to: SubscriptionStatusName }
>

export type SubscriptionTransition = keyof typeof transitions

export function hasEnded(status: SubscriptionStatusName): boolean {
  return status === 'cancelled' || status === 'incomplete_expired'
}

/** Whether the account has its plan; with a payment past due it still has. */
export function hasService(status: SubscriptionStatusName): boolean {
  return status === 'trialing' || status === 'active' || status === 'past_due'
}

export function isAllowed(
  transition: SubscriptionTransition,
  status: SubscriptionStatusName,
): boolean {
  return (transitions[transition].from as readonly SubscriptionStatusName[]).includes(status)
}

/** The transition from one status to another, if there is one. */
export function transitionBetween(
  from: SubscriptionStatusName,
  to: SubscriptionStatusName,
): SubscriptionTransition | undefined {
  return (Object.keys(transitions) as SubscriptionTransition[]).find(
    (name) => transitions[name].to === to && isAllowed(name, from),
  )
}

type Columns = Partial<
  Omit<
    Updateable<DB['subscriptions']>,
    'id' | 'account_id' | 'status' | 'lock_version' | 'updated_at'
  >
>

/**
 * Changes the status, together with other columns; of two concurrent transitions one is refused. Returns the new
 * status.
 */
export async function applyTransition(
  tx: Tx,
  { id, status }: { id: string; status: SubscriptionStatusName },
  transition: SubscriptionTransition,
  columns: Columns = {},
): Promise<SubscriptionStatusName> {
  const { from, to } = transitions[transition]
  const { numUpdatedRows } = await tx
    .own('subscriptions')
    .update({ ...columns, status: to, updated_at: tx.now() })
    .set((eb) => ({ lock_version: eb('lock_version', '+', 1) }))
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw invalidTransition(status)
  return to
}

export function invalidTransition(status: SubscriptionStatusName) {
  return fail.with('invalid_transition', `This subscription is ${status.replaceAll('_', ' ')}`)
}
