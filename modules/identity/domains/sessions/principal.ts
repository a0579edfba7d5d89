import type { Authenticator, Principal } from '@powernode/server/platform/auth/authenticator.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
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
  user_status: string
  account_status: string
  tier: Tier | null
  home_status: string
  two_factor: boolean
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
  }
}

/** Suspension ends all sessions of a user, who is told so instead of only that the session has ended. */
async function isActive(ctx: PlatformCtx, userId: string) {
  const user = await ctx
    .acrossAccounts({ because: 'looks up the user of a signed token' })
    .selectFrom('users')
    .select('status')
    .where('id', '=', userId)
    .executeTakeFirst()
  return user === undefined || user.status === 'active'
}

/**
 * Loads everything that a token's permissions depend on in one query: session, user, account, and if there is one, the
 * delegation, or the impersonation with its impersonator.
 */
async function loadUser(ctx: PlatformCtx, bearer: string): Promise<Principal> {
  const { tokens, settings } = ctx.platform
  const twoFactorRequired = settings.values.require_two_factor_for_admins
  const claims = await tokens.verify(['access', 'impersonation'], bearer)
  const now = ctx.now()
  // An impersonation token requires its `impersonations` row, and no other token may use its session.
  const isImpersonation = claims.type === 'impersonation'
  const { rows } = await sql<Row>`
    select u.status as user_status, a.status as account_status, a.rate_limit_tier as tier, u.account_id as home_account_id,
      home.status as home_status, u.two_factor_enabled as two_factor,
      s.delegation_id, ${isDelegationUsable(now)} as delegation_holds,
      least(s.expires_at, d.expires_at${isImpersonation ? impersonationExpiries : sql``}) as holds_until,
      ${isImpersonation ? impersonationColumns(now, twoFactorRequired) : sql``}
      array(
        select distinct name from (
          (${permissionsByRole(sql.ref('u.id'), sql.ref('s.account_id'))} and s.delegation_id is null)
          union all (${permissionsByDelegation()} and d.id is not null)) held
      ) as permissions
    from sessions s
    join users u on u.id = s.user_id
    join accounts a on a.id = s.account_id
    join accounts home on home.id = u.account_id
    left join delegations d on d.id = s.delegation_id
    ${isImpersonation ? sql`join impersonations on impersonations.session_id = s.id ${impersonationJoins}` : sql``}
    where s.id = ${claims.sid} and s.user_id = ${claims.sub} and s.account_id = ${claims.account_id}
      and s.revoked_at is null and s.expires_at >= ${now}
      ${isImpersonation ? sql`` : sql`and not exists (select from impersonations i where i.session_id = s.id)`}`.execute(
    ctx.acrossAccounts({ because: 'looks up a session by a signed token' }),
  )
  const row = rows[0]
  if (!row) throw fail.with((await isActive(ctx, claims.sub)) ? 'token_revoked' : 'user_inactive')
  const { delegation_id, acting, home_account_id } = row
  if (acting?.end) throw fail.with('token_revoked')
  if (delegation_id && !row.delegation_holds) throw fail.with('token_revoked')
  if (row.user_status !== 'active') throw fail.with('user_inactive')
  if (row.account_status !== 'active' || row.home_status !== 'active')
    throw fail.with('account_inactive')
  const twoFactor = acting ? acting.twoFactor : row.two_factor
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
  return {
    actor: {
      kind: 'user',
      userId: claims.sub,
      sessionId: claims.sid,
      ...applyTwoFactorPolicy(row.permissions, { twoFactorRequired, twoFactor }),
      twoFactor,
      homeAccountId: home_account_id,
      ...(delegation_id && { delegationId: delegation_id }),
      ...(acting && { impersonation: { id: acting.id, impersonatorId: acting.impersonatorId } }),
    },
    accountId: claims.account_id,
    tier: row.tier,
    expiresAt: Math.min(claims.exp * 1000, row.holds_until.getTime()),
    dependsOn: new Set(dependsOn),
  }
}

function impersonationColumns(now: Date, twoFactorRequired: boolean) {
  return sql`jsonb_build_object('id', impersonations.id, 'end', ${endReasonOf(now, twoFactorRequired)},
    'impersonatorId', impersonations.impersonator_id, 'homeAccountId', impersonator.account_id,
    'sessionId', impersonations.impersonator_session_id, 'twoFactor', impersonator.two_factor_enabled) as acting,`
}
