import type { Authenticator, Principal } from '@powernode/server/platform/auth/authenticator.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Dependency } from '@powernode/server/platform/kernel/forget.ts'
import type { Permission } from '@powernode/server/platform/kernel/permissions.ts'
import type { Tier } from '@powernode/server/platform/kernel/tiers.ts'
import { sql } from 'kysely'
import { endOfActing, endsOfActing, foundations } from '../impersonations/acting.ts'
import {
  delegationHolds,
  permissionsByDelegation,
  permissionsByRole,
  underPolicy,
} from '../roles/rights.ts'

declare module '@powernode/server/platform/kernel/actor.ts' {
  interface UserActor {
    sessionId: string
    /** Whether sign-in asks for a second factor: of the impersonator, where there is one. */
    twoFactor: boolean
    /** What opened another account than the person's own. */
    delegationId?: string
  }
}

declare module '@powernode/server/platform/kernel/forget.ts' {
  interface Dependencies {
    session: string
  }
}

/** Tokens of people who signed in, and of those who act as them. */
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
  /** When the first ends of what it rests on in the database. */
  holds_until: Date
  /** Only where the token acts as somebody. */
  acting?: {
    id: string
    end: string | null
    impersonatorId: string
    homeAccountId: string
    sessionId: string
    twoFactor: boolean
  }
}

/**
 * Everything a token's rights depend on, in one query: session, person, account, and where they play a part the
 * delegation it was switched by, or the impersonation and whoever is behind it.
 */
async function loadUser(ctx: PlatformCtx, bearer: string): Promise<Principal> {
  const { tokens, settings } = ctx.platform
  const demanded = settings.values.require_two_factor_for_admins
  const claims = await tokens.verify(['access', 'impersonation'], bearer)
  const now = ctx.now()
  // A token that acts as somebody is nothing without its record, and no other token may use its session.
  const isActing = claims.type === 'impersonation'
  const { rows } = await sql<Row>`
    select u.status as user_status, a.status as account_status, a.rate_limit_tier as tier, u.account_id as home_account_id,
      home.status as home_status, u.two_factor_enabled as two_factor,
      s.delegation_id, ${delegationHolds(now)} as delegation_holds,
      least(s.expires_at, d.expires_at${isActing ? endsOfActing : sql``}) as holds_until,
      ${isActing ? actingColumns(now, demanded) : sql``}
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
    ${isActing ? sql`join impersonations on impersonations.session_id = s.id ${foundations}` : sql``}
    where s.id = ${claims.sid} and s.user_id = ${claims.sub} and s.account_id = ${claims.account_id}
      and s.revoked_at is null and s.expires_at >= ${now}
      ${isActing ? sql`` : sql`and not exists (select from impersonations i where i.session_id = s.id)`}`.execute(
    ctx.acrossAccounts({ because: 'finds a session by a signed token' }),
  )
  const row = rows[0]
  if (!row) throw fail.with('token_revoked')
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
      ...underPolicy(row.permissions, { demanded, twoFactor }),
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

function actingColumns(now: Date, demanded: boolean) {
  return sql`jsonb_build_object('id', impersonations.id, 'end', ${endOfActing(now, demanded)},
    'impersonatorId', impersonations.impersonator_id, 'homeAccountId', behind.account_id,
    'sessionId', impersonations.impersonator_session_id, 'twoFactor', behind.two_factor_enabled) as acting,`
}
