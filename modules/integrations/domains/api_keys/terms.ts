import type { Ctx } from '@powernode/server/platform/db/context.ts'
import {
  ListOf,
  Nullable,
  type QueryValues,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { isNetwork } from '@powernode/server/platform/kernel/addresses.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { Type } from 'typebox'

const MAX_YEARS = 10

const limited = (maximum: number, description: string, example: number) =>
  Nullable(Type.Integer({ minimum: 1, maximum, description, examples: [example] }))

/** Restrictions of a key. */
export const KeyRestrictions = {
  allowed_ips: ListOf(Text(64, { description: 'An IP address or network' }), {
    description: 'IP addresses and networks (CIDR) from which it can be used; empty for any',
    examples: [['203.0.113.0/24', '2001:db8::1']],
    maxItems: 50,
  }),
  rate_limit_per_minute: limited(10_000, 'Requests per minute; null for the general limit', 60),
  monthly_quota: limited(1e9, 'Requests per calendar month (UTC); null for no limit', 100_000),
  expires_at: Nullable(
    Time(`When it expires, at most ${MAX_YEARS} years from now; null for never`),
  ),
}

export const OptionalTerms = {
  allowed_ips: Type.Optional(KeyRestrictions.allowed_ips),
  rate_limit_per_minute: Type.Optional(KeyRestrictions.rate_limit_per_minute),
  monthly_quota: Type.Optional(KeyRestrictions.monthly_quota),
  expires_at: Type.Optional(KeyRestrictions.expires_at),
}

type Restrictions = QueryValues<typeof KeyRestrictions>

/** Validates and normalises expiry and networks; 422 if they are invalid. */
export function checkTerms(ctx: Ctx, { expires_at, allowed_ips }: Restrictions) {
  const invalid = allowed_ips?.filter((text) => !isNetwork(text)) ?? []
  if (invalid.length > 0) {
    const text = `contains ${invalid.join(', ')}, which is not an IP address or network`
    throw fail.invalid({ allowed_ips: [text] })
  }
  return {
    ...(allowed_ips && { allowed_ips: [...new Set(allowed_ips)] }),
    ...(expires_at !== undefined && { expires_at: expires_at && requireExpiry(ctx, expires_at) }),
  }
}

function requireExpiry(ctx: Ctx, at: Date): Date {
  if (at <= ctx.now()) throw fail.invalid({ expires_at: ['must be in the future'] })
  const last = ctx.now()
  last.setUTCFullYear(last.getUTCFullYear() + MAX_YEARS)
  if (at > last) throw fail.invalid({ expires_at: [`must be within ${MAX_YEARS} years`] })
  return at
}
