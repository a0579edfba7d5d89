import {
  applyTwoFactorPolicy,
  firstDelegationExpiry,
  permissionsIn,
} from '@powernode/modules/identity/domains/roles/effective_permissions.ts'
import type { Authenticator, Principal } from '@powernode/server/platform/auth/authenticator.ts'
import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { networksOf } from '@powernode/server/platform/kernel/addresses.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Permission } from '@powernode/server/platform/kernel/permissions.ts'
import type { Tier } from '@powernode/server/platform/kernel/tiers.ts'
import { sql } from 'kysely'
import { conditionsOf } from './admission.ts'
import { isWellFormed, KEY_PREFIX } from './key_material.ts'
import { keyUsageOf, monthOf } from './key_usage.ts'

declare module '@powernode/server/platform/kernel/forget.ts' {
  interface Dependencies {
    api_key: string
  }
}

export const authenticate: Authenticator = {
  kind: 'api_key',
  prefix: KEY_PREFIX,
  header: 'x-api-key',
  fails: [
    'invalid_api_key',
    'api_key_revoked',
    'api_key_expired',
    'ip_not_allowed',
    'quota_exceeded',
  ],
  load: loadApiKey,
  close: (platform) => keyUsageOf(platform).close(),
}

interface Row {
  id: string
  account_id: string
  creator_id: string | null
  scopes: Permission[]
  allowed_ips: string[]
  rate_limit_per_minute: number | null
  monthly_quota: number | null
  quota_used: number
  revoked_at: Date | null
  expires_at: Date | null
  replaced_at: Date | null
  delegation_ends_at: Date | null
  creator_status: string | null
  creator_account_id: string
  creator_account_status: string | null
  creator_two_factor: boolean
  account_status: string
  tier: Tier | null
  creator_permissions: Permission[]
}

/** Loads everything that a key's permissions depend on in one query: key, account and its creator's current permissions. */
async function loadApiKey(ctx: PlatformCtx, key: string): Promise<Principal> {
  if (!key.startsWith(KEY_PREFIX)) throw fail.with('invalid_api_key')
  if (!isWellFormed(key)) {
    throw fail.with('invalid_api_key', 'This API key is malformed')
  }
  const twoFactorRequired = ctx.platform.settings.values.require_two_factor_for_admins
  const digest = digestOf(key)
  const now = ctx.now()
  const { rows } = await sql<Row>`
    select k.id, k.account_id, k.created_by_id as creator_id, k.scopes, k.allowed_ips,
      k.rate_limit_per_minute, k.monthly_quota, k.revoked_at, k.expires_at,
      case when k.quota_month = ${monthOf(now)} then k.quota_used else 0 end as quota_used,
      case when k.digest <> ${digest} then k.previous_expires_at end as replaced_at,
      ${firstDelegationExpiry(sql.ref('k.account_id'), now)} as delegation_ends_at,
      u.status as creator_status, u.account_id as creator_account_id, home.status as creator_account_status, u.two_factor_enabled as creator_two_factor,
      a.status as account_status, a.rate_limit_tier as tier,
      array(
        select name from (${permissionsIn(sql.ref('k.account_id'), now)}) held
      ) as creator_permissions
    from api_keys k
    join accounts a on a.id = k.account_id
    left join users u on u.id = k.created_by_id
    left join accounts home on home.id = u.account_id
    where k.digest = ${digest} or k.previous_digest = ${digest}`.execute(
    ctx.acrossAccounts({ because: 'looks up a key before its account is known' }),
  )
  const [row] = rows
  if (!row) throw fail.with('invalid_api_key')
  if (row.revoked_at) throw fail.with('api_key_revoked')
  if (row.replaced_at && row.replaced_at <= now) {
    throw fail.with('api_key_revoked', 'This API key was regenerated. Use the new key')
  }
  if (row.expires_at && row.expires_at <= now) throw fail.with('api_key_expired')
  if (!row.creator_id || row.creator_status !== 'active') {
    throw fail.with('user_inactive', 'The user who created this API key is not active')
  }
  if (row.account_status !== 'active' || row.creator_account_status !== 'active')
    throw fail.with('account_inactive')

  keyUsageOf(ctx.platform).seed(row.id, row.quota_used)
  const twoFactor = row.creator_two_factor
  const rank = applyTwoFactorPolicy(row.creator_permissions, {
    twoFactorRequired,
    twoFactor,
  }).permissions
  const { expires_at, replaced_at, delegation_ends_at } = row
  const ends = [expires_at, replaced_at, delegation_ends_at].filter((moment) => moment !== null)
  return {
    actor: {
      kind: 'api_key',
      apiKeyId: row.id,
      userId: row.creator_id,
      homeAccountId: row.creator_account_id,
      permissions: new Set(row.scopes).intersection(rank),
      rank,
    },
    accountId: row.account_id,
    tier: row.tier,
    expiresAt: Math.min(...ends.map(Number), Number.POSITIVE_INFINITY),
    dependsOn: new Set([
      `api_key:${row.id}`,
      `user:${row.creator_id}`,
      `account:${row.account_id}`,
      `account:${row.creator_account_id}`,
    ] as const),
    conditions: conditionsOf(row.id, {
      networks: networksOf(row.allowed_ips),
      perMinute: row.rate_limit_per_minute,
      quota: row.monthly_quota,
    }),
  }
}
