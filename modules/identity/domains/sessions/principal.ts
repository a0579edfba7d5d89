import type { Authenticator, Principal } from '@powernode/server/platform/auth/authenticator.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { UserActor } from '@powernode/server/platform/kernel/actor.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Dependency } from '@powernode/server/platform/kernel/forget.ts'
import type { Permission } from '@powernode/server/platform/kernel/permissions.ts'
import type { Tier } from '@powernode/server/platform/kernel/tiers.ts'
import { sql } from 'kysely'
import {
  endReasonOf,
  impersonationExpiries,
  impersonationJoins,
} from '../impersonations/validity.ts'
import {
  applyTwoFactorPolicy,
  isDelegationUsable,
  permissionsByDelegation,
  permissionsByRole,
} from '../roles/effective_permissions.ts'
import { type Profile, profileColumns, rememberMe } from './me.ts'

declare module '@powernode/server/platform/kernel/actor.ts' {
  interface UserActor {
    sessionId: string
    /** Whether sign-in requires a second factor; during impersonation, that of the impersonator. */
    twoFactor: boolean
    /** The delegation through which the user works in another account. */
    delegationId?: string
  }
}

declare module '@powernode/server/platform/kernel/forget.ts' {
  interface Dependencies {
    session: string
  }
}

/** Authenticates access tokens and impersonation tokens. */
export const authenticate: Authenticator = { kind: 'user', prefix: '', load: loadUser }

interface Row {
  tier: Tier | null
  home_status: string
  home_account_id: string
  permissions: Permission[]
  delegation_id: string | null
  delegation_holds: boolean
  /** The earliest expiry of the session, delegation or impersonation. */
  holds_until: Date
  /** Only for impersonation tokens. */
  acting?: {
    id: string
    end: string | null
    impersonatorId: string
    homeAccountId: string
    sessionId: string
    twoFactor: boolean
    impersonatorName: string
  }
}

/**
 * Loads everything that a token's permissions depend on in one query: session, user, account, and if there is one, the
 * delegation, or the impersonation with its impersonator. The profile is read with it, because most sessions begin with it.
 */
async function loadUser(ctx: PlatformCtx, bearer: string): Promise<Principal> {
  const { tokens, settings } = ctx.platform
  const twoFactorRequired = settings.values.require_two_factor_for_admins
  const claims = await tokens.verify(['access', 'impersonation'], bearer)
  const now = ctx.now()
  // An impersonation token requires its `impersonations` row, and no other token may use its session.
  const isImpersonation = claims.type === 'impersonation'
  const { rows } = await sql<Row & Profile>`
    select ${profileColumns(now)}, accounts.rate_limit_tier as tier, home.id as home_account_id, home.status as home_status,
      s.delegation_id, ${isDelegationUsable(now, 'users')} as delegation_holds,
      least(s.expires_at, d.expires_at${isImpersonation ? impersonationExpiries : sql``}) as holds_until,
      ${isImpersonation ? impersonationColumns(now, twoFactorRequired) : sql``}
      array(
        select distinct name from (
          (${permissionsByRole(sql.ref('users.id'), sql.ref('s.account_id'))} and s.delegation_id is null)
          union all (${permissionsByDelegation()} and d.id is not null)) held
      ) as permissions
    from sessions s
    join users on users.id = s.user_id
    join accounts on accounts.id = s.account_id
    join accounts home on home.id = users.account_id
    left join delegations d on d.id = s.delegation_id
    ${isImpersonation ? sql`join impersonations on impersonations.session_id = s.id ${impersonationJoins}` : sql``}
    where s.id = ${claims.sid} and s.user_id = ${claims.sub} and s.account_id = ${claims.account_id}
      and s.revoked_at is null and s.expires_at >= ${now}
      ${isImpersonation ? sql`` : sql`and not exists (select from impersonations i where i.session_id = s.id)`}`.execute(
    ctx.acrossAccounts({ because: 'looks up a session by a signed token' }),
  )
  const row = rows[0]
  if (!row) throw fail.with('token_revoked')
  const {
    tier,
    home_status,
    home_account_id,
    permissions,
    delegation_id,
    delegation_holds,
    holds_until,
    acting,
    ...profile
  } = row
  if (acting?.end) throw fail.with('token_revoked')
  if (delegation_id && !delegation_holds) throw fail.with('token_revoked')
  if (profile.status !== 'active') throw fail.with('user_inactive')
  if (profile.account.status !== 'active' || home_status !== 'active')
    throw fail.with('account_inactive')
  const twoFactor = acting ? acting.twoFactor : profile.two_factor_enabled
  const dependsOn: Dependency[] = [
    `user:${claims.sub}`,
    `session:${claims.sid}`,
    `account:${claims.account_id}`,
    `account:${home_account_id}`,
  ]
  if (acting) {
    const { impersonatorId, sessionId, homeAccountId } = acting
    dependsOn.push(`user:${impersonatorId}`, `session:${sessionId}`, `account:${homeAccountId}`)
  }
  const actor: UserActor = {
    kind: 'user',
    userId: claims.sub,
    sessionId: claims.sid,
    ...applyTwoFactorPolicy(permissions, { twoFactorRequired, twoFactor }),
    twoFactor,
    homeAccountId: home_account_id,
    ...(delegation_id && { delegationId: delegation_id }),
    ...(acting && { impersonation: { id: acting.id, impersonatorId: acting.impersonatorId } }),
  }
  rememberMe(actor, profile, acting?.impersonatorName)
  return {
    actor,
    accountId: claims.account_id,
    tier,
    expiresAt: Math.min(claims.exp * 1000, holds_until.getTime()),
    dependsOn: new Set(dependsOn),
  }
}

function impersonationColumns(now: Date, twoFactorRequired: boolean) {
  return sql`jsonb_build_object('id', impersonations.id, 'end', ${endReasonOf(now, twoFactorRequired)},
    'impersonatorId', impersonations.impersonator_id, 'homeAccountId', impersonator.account_id,
    'sessionId', impersonations.impersonator_session_id, 'twoFactor', impersonator.two_factor_enabled,
    'impersonatorName', impersonator.name) as acting,`
}
