import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import { type Ctx, callingUser } from '@powernode/server/platform/db/context.ts'
import { Choice, Flag, Nullable, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import type { ErrorCode } from '@powernode/server/platform/kernel/errors.ts'
import { Failure, fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Permission } from '@powernode/server/platform/kernel/permissions.ts'
import { type Static, Type } from 'typebox'
import { ApiKey, readApiKey } from './api_key.ts'
import { isWellFormed, newKey, visiblePart } from './key_material.ts'
import { keyUsageOf } from './key_usage.ts'

export const Regeneration = Shape('ApiKeyRegeneration', {
  grace_period_seconds: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 86_400,
      default: 0,
      description: 'How long the old key works beside the new one, up to a day',
      examples: [3600],
    }),
  ),
})

export const KeyToValidate = Shape('ApiKeyToValidate', {
  key: Text(200, { description: 'The key to look at', examples: ['pk_live_…'] }),
})

const Code = Choice(
  ['valid', 'malformed', 'not_found', 'revoked', 'expired', 'forbidden', 'quota_exceeded'],
  'What the key is; forbidden where its maker or the account is not active',
)

export const ApiKeyValidity = Shape('ApiKeyValidity', {
  valid: Flag('Whether a request with it would be let in'),
  code: Code,
  reason: Nullable(Text(200, { description: 'Why not, in words' })),
  api_key: Nullable(ApiKey),
})

/**
 * Gives a key a new secret; the old one works for the grace period, if the key is active. Nobody gets hold of a key
 * that may do more than they. Of two at once, one wins.
 */
export async function regenerateApiKey(
  ctx: Ctx,
  id: string,
  { grace_period_seconds = 0 }: Static<typeof Regeneration>,
) {
  const key = await readApiKey(ctx, id)
  const secret = await ctx
    .own('api_keys')
    .select()
    .select('digest')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!secret) throw fail.notFound('api_key')
  const { digest } = secret
  const mine = callingUser(ctx)?.permissions
  const beyond = key.scopes.filter((name) => !mine?.has(name as Permission))
  if (beyond.length > 0) {
    throw fail.with('permission_not_grantable', 'This key may do more than you', { beyond })
  }
  const key_value = newKey(key.environment)
  const prefix = visiblePart(key_value)
  const grace = key.status === 'active' ? grace_period_seconds : 0
  await ctx.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .own('api_keys')
      .update({
        prefix,
        digest: digestOf(key_value),
        previous_digest: digest,
        previous_expires_at: new Date(tx.now().getTime() + grace * 1000),
        updated_at: tx.now(),
      })
      .where('id', '=', id)
      .where('digest', '=', digest)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw fail.with('conflict', 'Somebody changed this key just now')
    await tx.audit('api_key.regenerated', id, {
      old: { prefix: key.masked_key.slice(0, 16) },
      new: { prefix, grace_period_seconds: grace },
    })
    await tx.emit('api_key.regenerated', { id, name: key.name, grace_period_seconds: grace })
    await tx.forget({ api_key: id })
  })
  return { ...(await readApiKey(ctx, id)), key_value }
}

const codes: Partial<Record<ErrorCode, Static<typeof Code>>> = {
  invalid_api_key: 'not_found',
  api_key_revoked: 'revoked',
  api_key_expired: 'expired',
  user_inactive: 'forbidden',
  account_inactive: 'forbidden',
}

/** What a key is, without using it. A key of another account reads as not found. */
export async function validateKey(
  ctx: Ctx,
  { key }: Static<typeof KeyToValidate>,
): Promise<Static<typeof ApiKeyValidity>> {
  if (!isWellFormed(key)) return refused('malformed', 'It is mistyped or cut off')
  const digest = digestOf(key)
  const row = await ctx
    .own('api_keys')
    .select()
    .select(['id', 'monthly_quota'])
    .where((eb) => eb.or([eb('digest', '=', digest), eb('previous_digest', '=', digest)]))
    .executeTakeFirst()
  if (!row) return refused('not_found', 'This account has no such key')
  try {
    await ctx.platform.principals.authenticate(key)
  } catch (error) {
    const code = error instanceof Failure ? codes[error.code] : undefined
    if (!code) throw error
    return refused(code, (error as Failure).message)
  }
  if (row.monthly_quota !== null && keyUsageOf(ctx.platform).isSpent(row.id, row.monthly_quota)) {
    return refused('quota_exceeded', 'It has used up its requests of this month')
  }
  return { valid: true, code: 'valid', reason: null, api_key: await readApiKey(ctx, row.id) }
}

function refused(code: Static<typeof Code>, reason: string) {
  return { valid: false, code, reason, api_key: null }
}
