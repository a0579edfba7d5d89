import type { EventType } from '@powernode/contract/events.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { EventListener } from '@powernode/server/platform/db/events.ts'
import { type RawBuilder, sql } from 'kysely'
import { revokeSession } from '../sessions/ending.ts'
import { type EndReason, endOfActing, foundations } from './acting.ts'

/** What may end an impersonation by either person; the settings, which belong to no account, are not among them. */
const concerning = new Set<EventType>([
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

/** Records the end of impersonations that what just happened has ended. Their tokens are refused either way. */
export const endInvalidImpersonations: EventListener = {
  wants: (_, { type }) => concerning.has(type),
  async react(tx) {
    const account = tx.account.id
    const demanded = tx.platform.settings.values.require_two_factor_for_admins
    const concerned = sql<boolean>`(behind.id is null
      or ${account} in (behind.account_id, impersonations.account_id))`
    await endWhere(tx, demanded, concerned)
  },
}

/** The same in every account, once administration takes a second factor. */
export function endWithoutSecondFactor(tx: Tx): Promise<void> {
  return endWhere(tx, true, sql`true`)
}

async function endWhere(tx: Tx, demanded: boolean, concerned: RawBuilder<unknown>) {
  const { rows } = await sql<{ id: string; reason: EndReason }>`
    select * from (
      select impersonations.id, ${endOfActing(tx.now(), demanded)} as reason
      from impersonations ${foundations}
      where impersonations.ended_at is null and ${concerned}
    ) running where reason is not null and reason <> 'expired'`.execute(tx.db)
  for (const { id, reason } of rows) await endActing(tx, { id }, reason)
}

interface Whose {
  id?: string
  by?: string
  of?: string
}

/** Ends what is running by or of somebody, in whatever account; returns how many seconds the last of them ran. */
export async function endActing(tx: Tx, { id, by, of }: Whose, reason: EndReason) {
  const running = await tx
    .acrossAccounts({ because: 'whoever acts as one person stops acting as another' })
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
  for (const { id, account_id, session_id, created_at } of running) {
    const there = tx.inAccount(account_id)
    await revokeSession(there, session_id, 'impersonation ended')
    seconds = Math.max(Math.floor((tx.now().getTime() - created_at.getTime()) / 1000), 0)
    await there.audit('impersonation.ended', id, { metadata: { seconds, reason } })
    await there.emit('impersonation.ended', { id, seconds })
    await there.forget({ session: session_id })
  }
  return seconds
}
