import { type RawBuilder, sql } from 'kysely'
import { permissionsByRole } from '../roles/rights.ts'
import { credentialsAt } from '../users/credentials.ts'

/** Why an impersonation is over, apart from its time: `expired` is never stored. */
export const endReasons = [
  'stopped',
  'replaced',
  'impersonator_deleted',
  'impersonator_inactive',
  'impersonator_credentials_changed',
  'impersonator_signed_out',
  'impersonator_lost_permission',
  'user_inactive',
  'user_session_ended',
] as const

export type EndReason = (typeof endReasons)[number]

/** Joins what an impersonation rests on: both people with their accounts, and both sessions. */
export const foundations = sql`
  left join users behind on behind.id = impersonations.impersonator_id
  left join accounts behind_home on behind_home.id = behind.account_id
  left join sessions behind_session on behind_session.id = impersonations.impersonator_session_id
  left join users acted_as on acted_as.id = impersonations.user_id
  left join accounts acted_in on acted_in.id = impersonations.account_id
  left join sessions acting_session on acting_session.id = impersonations.session_id`

/** When what it rests on ends by itself, as further arguments of `least`. */
export const endsOfActing = sql`, impersonations.expires_at, behind_session.expires_at`

/**
 * Why the impersonation joined with its `foundations` is over, null while it goes on. The impersonator must be the
 * person who began it, signed in as then, and still allowed to act as somebody who may do what this person may.
 * `demanded` is the policy that withholds administration from people without a second factor.
 */
export function endOfActing(
  now: Date,
  demanded: boolean,
): RawBuilder<EndReason | 'expired' | null> {
  return sql<EndReason | 'expired' | null>`case
    when impersonations.ended_at is not null then coalesce(impersonations.end_reason, 'stopped')
    when impersonations.expires_at <= ${now} then 'expired'
    when behind.id is null then 'impersonator_deleted'
    when behind.status <> 'active' or behind_home.status <> 'active' then 'impersonator_inactive'
    when impersonations.impersonator_credentials is distinct from ${credentialsAt('behind')}
      then 'impersonator_credentials_changed'
    when behind_session.id is null or behind_session.revoked_at is not null
      or behind_session.expires_at <= ${now} then 'impersonator_signed_out'
    when acted_as.id is null or acted_as.status <> 'active' or acted_in.status <> 'active' then 'user_inactive'
    when acting_session.id is null or acting_session.revoked_at is not null then 'user_session_ended'
    when exists (
      (select 'users.impersonate' as name
        union select 'admin.users.impersonate' where impersonations.account_id <> behind.account_id
        union select name from (${permissionsByRole(sql.ref('acted_as.id'), sql.ref('impersonations.account_id'))}) needed)
      except
      select name from (${permissionsByRole(sql.ref('behind.id'), sql.ref('behind.account_id'))}) held
        where held.category <> 'admin' or behind.two_factor_enabled or not ${demanded}
    ) then 'impersonator_lost_permission'
    end`
}
