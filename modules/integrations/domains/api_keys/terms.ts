import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { ListOf, Nullable, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { isNetwork } from '@powernode/server/platform/kernel/addresses.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'

const MAX_YEARS = 10

const limited = (maximum: number, description: string, example: number) =>
  Nullable(Type.Integer({ minimum: 1, maximum, description, examples: [example] }))

/** What a key is held to. */
export const KeyRestrictions = {
  allowed_ips: ListOf(Text(64, { description: 'An address or network' }), {
    description: 'Addresses and networks (CIDR) it may be used from; empty for anywhere',
    examples: [['203.0.113.0/24', '2001:db8::1']],
    maxItems: 50,
  }),
  rate_limit_per_minute: limited(10_000, 'Requests a minute; null for the general limit', 60),
  monthly_quota: limited(1e9, 'Requests a calendar month, UTC; null for no end', 100_000),
  expires_at: Nullable(Time(`When it ends by itself, within ${MAX_YEARS} years; null for never`)),
}

export const OptionalTerms = {
  allowed_ips: Type.Optional(KeyRestrictions.allowed_ips),
  rate_limit_per_minute: Type.Optional(KeyRestrictions.rate_limit_per_minute),
  monthly_quota: Type.Optional(KeyRestrictions.monthly_quota),
  expires_at: Type.Optional(KeyRestrictions.expires_at),
}

type Given = { [K in keyof typeof KeyRestrictions]?: Static<(typeof KeyRestrictions)[K]> }

/** Those of the terms given that have to be read before they are stored. Throws 422 where they make no sense. */
export function checkTerms(ctx: Ctx, { expires_at, allowed_ips }: Given) {
  const wrong = allowed_ips?.filter((text) => !isNetwork(text)) ?? []
  if (wrong.length > 0) {
    const text = `cannot include ${wrong.join(', ')}: not an address or network`
    throw fail.invalid({ allowed_ips: [text] })
  }
  return {
    ...(allowed_ips && { allowed_ips: [...new Set(allowed_ips)] }),
    ...(expires_at !== undefined && { expires_at: expires_at && future(ctx, expires_at) }),
  }
}

function future(ctx: Ctx, at: Date): Date {
  if (at <= ctx.now()) throw fail.invalid({ expires_at: ['must lie in the future'] })
  const last = ctx.now()
  last.setUTCFullYear(last.getUTCFullYear() + MAX_YEARS)
  if (at > last) throw fail.invalid({ expires_at: [`must lie within ${MAX_YEARS} years`] })
  return at
}
