import { type RawBuilder, sql } from 'kysely'
import { permissionsByRole } from '../roles/effective_permissions.ts'
import { credentialsAt } from '../users/credentials.ts'

/** Why an impersonation ended. `expired` is derived from the time and never stored. */
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

/** Joins the rows that an impersonation depends on: both users with their accounts, and both sessions. */
export const impersonationJoins = sql`
  left join users impersonator on impersonator.id = impersonations.impersonator_id
  left join accounts impersonator_account on impersonator_account.id = impersonator.account_id
  left join sessions impersonator_session on impersonator_session.id = impersonations.impersonator_session_id
  left join users target on target.id = impersonations.user_id
  left join accounts target_account on target_account.id = impersonations.account_id
  left join sessions target_session on target_session.id = impersonations.session_id`

/** Expiry of the impersonation and of the impersonator's session, as further arguments of `least`. */
export const impersonationExpiries = sql`, impersonations.expires_at, impersonator_session.expires_at`

/**
 * Why an impersonation has ended; null while it is active. It stays active only while the impersonator has the same
 * credentials and session as at the start and still has all permissions of the user. `twoFactorRequired` is the policy
 * that withholds admin permissions from users without a second factor.
 */
export function endReasonOf(
  now: Date,
  twoFactorRequired: boolean,
): RawBuilder<EndReason | 'expired' | null> {
  return sql<EndReason | 'expired' | null>`case
    when impersonations.ended_at is not null then coalesce(impersonations.end_reason, 'stopped')
    when impersonations.expires_at <= ${now} then 'expired'
    when impersonator.id is null then 'impersonator_deleted'
    when impersonator.status <> 'active' or impersonator_account.status <> 'active' then 'impersonator_inactive'
    when impersonations.impersonator_credentials is distinct from ${credentialsAt('impersonator')}
      then 'impersonator_credentials_changed'
    when impersonator_session.id is null or impersonator_session.revoked_at is not null
      or impersonator_session.expires_at <= ${now} then 'impersonator_signed_out'
    when target.id is null or target.status <> 'active' or target_account.status <> 'active' then 'user_inactive'
    when target_session.id is null or target_session.revoked_at is not null then 'user_session_ended'
    when exists (
      (select 'users.impersonate' as name
        union select 'admin.users.impersonate' where impersonations.account_id <> impersonator.account_id
        union select name from (${permissionsByRole(sql.ref('target.id'), sql.ref('impersonations.account_id'))}) needed)
      except
      select name from (${permissionsByRole(sql.ref('impersonator.id'), sql.ref('impersonator.account_id'))}) held
        where held.category <> 'admin' or impersonator.two_factor_enabled or not ${twoFactorRequired}
    ) then 'impersonator_lost_permission'
    end`
}
