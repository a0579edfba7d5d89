import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Choice } from '@powernode/server/platform/http/shapes.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'

const DAYS = 14

export const ApiKeyStatus = Choice(['active', 'revoked', 'expired'], 'Only active keys can be used')

export const ApiKeyExpiry = Choice(
  ['soon', 'while_used'],
  `Active keys that expire within ${DAYS} days, or keys that expired within the last ${DAYS} days though they had been used in the ${DAYS} days before`,
)

export function apiKeyStatusAt(ctx: Ctx) {
  return sql<'active' | 'revoked' | 'expired'>`case
    when api_keys.expires_at <= ${ctx.now()} then 'expired'
    when api_keys.revoked_at is not null then 'revoked' else 'active' end`
}

/** Matches the filter `ApiKeyExpiry`. A revoked key needs no attention. */
export function expires(ctx: Ctx, expiry: 'soon' | 'while_used') {
  const now = ctx.now()
  const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS)
  const when =
    expiry === 'soon'
      ? sql`api_keys.expires_at > ${now} and api_keys.expires_at <= ${inDays(DAYS)}`
      : sql`api_keys.expires_at <= ${now} and api_keys.expires_at > ${inDays(-DAYS)}
          and last_used_at > api_keys.expires_at - make_interval(days => ${DAYS})`
  return sql<boolean>`api_keys.revoked_at is null and ${when}`
}
