import type { EventType } from '@powernode/contract/events.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { EventListener } from '@powernode/server/platform/db/events.ts'
import { type RawBuilder, sql } from 'kysely'
import { revokeSession } from '../sessions/ending.ts'
import { type EndReason, endReasonOf, impersonationJoins } from './validity.ts'

/** Events that may end impersonations of or by a user. Settings belong to no account: see `endWithoutSecondFactor`. */
const endingEvents = new Set<EventType>([
  'user.updated',
  'user.deleted',
  'user.joined',
  'user.password_changed',
  'user.two_factor_disabled',
  'user.logout',
  'session.ended',
  'role.updated',
  'account.suspended',
])

/** Records impersonations that an event has ended. Their tokens are refused in any case. */
export const endInvalidImpersonations: EventListener = {
  wants: (_, { type }) => endingEvents.has(type),
  async react(tx) {
    const account = tx.account.id
    const twoFactorRequired = tx.platform.settings.values.require_two_factor_for_admins
    const relevant = sql<boolean>`(impersonator.id is null
      or ${account} in (impersonator.account_id, impersonations.account_id))`
    await endWhere(tx, twoFactorRequired, relevant)
  },
}

/** The same in all accounts, when the policy starts to require a second factor. */
export function endWithoutSecondFactor(tx: Tx): Promise<void> {
  return endWhere(tx, true, sql`true`)
}

async function endWhere(tx: Tx, twoFactorRequired: boolean, relevant: RawBuilder<unknown>) {
  const { rows } = await sql<{ id: string; reason: EndReason }>`
    select * from (
      select impersonations.id, ${endReasonOf(tx.now(), twoFactorRequired)} as reason
      from impersonations ${impersonationJoins}
      where impersonations.ended_at is null and ${relevant}
    ) active where reason is not null and reason <> 'expired'`.execute(tx.db)
  for (const { id, reason } of rows) await endImpersonations(tx, { id }, reason)
}

interface Selection {
  id?: string
  by?: string
  of?: string
}

/** Ends active impersonations by id, impersonator or user, in any account. Returns the duration of the last in seconds. */
export async function endImpersonations(tx: Tx, { id, by, of }: Selection, reason: EndReason) {
  const active = await tx
    .acrossAccounts({ because: 'an impersonator has one impersonation at a time, in any account' })
    .updateTable('impersonations')
    .set({ ended_at: tx.now(), end_reason: reason })
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb.or([
        ...(id ? [eb('id', '=', id)] : []),
        ...(by ? [eb('impersonator_id', '=', by)] : []),
        ...(of ? [eb('user_id', '=', of)] : []),
      ]),
    )
    .returning(['id', 'account_id', 'session_id', 'created_at'])
    .execute()
  let seconds: number | undefined
  for (const { id, account_id, session_id, created_at } of active) {
    const there = tx.inAccount(account_id)
    await revokeSession(there, session_id, 'impersonation ended')
    seconds = Math.max(Math.floor((tx.now().getTime() - created_at.getTime()) / 1000), 0)
    await there.audit('impersonation.ended', id, { metadata: { seconds, reason } })
    await there.emit('impersonation.ended', { id, seconds })
    await there.forget({ session: session_id })
  }
  return seconds
}
