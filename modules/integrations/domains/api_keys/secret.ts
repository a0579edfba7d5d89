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

export const ApiKeyRegeneration = Shape('ApiKeyRegeneration', {
  grace_period_seconds: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 86_400,
      default: 0,
      description: 'Seconds for which the old key stays valid, up to a day',
      examples: [3600],
    }),
  ),
})

export const ApiKeyToValidate = Shape('ApiKeyToValidate', {
  key: Text(200, { description: 'The key to check', examples: ['pk_live_…'] }),
})

const Code = Choice(
  ['valid', 'malformed', 'not_found', 'revoked', 'expired', 'forbidden', 'quota_exceeded'],
  'Status of the key; `forbidden` if its creator or the account is not active',
)

export const ApiKeyValidity = Shape('ApiKeyValidity', {
  valid: Flag('Whether a request with the key would be accepted'),
  code: Code,
  reason: Nullable(Text(200, { description: 'Why it is not valid' })),
  api_key: Nullable(ApiKey),
})

/**
 * Regenerates a key; if it is active, the old secret stays valid for the grace period. The caller must have all scopes of
 * the key. Of two concurrent requests, one gets 409.
 */
export async function regenerateApiKey(
  ctx: Ctx,
  id: string,
  { grace_period_seconds = 0 }: Static<typeof ApiKeyRegeneration>,
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
  const callerPermissions = callingUser(ctx)?.permissions
  const beyond = key.scopes.filter((name) => !callerPermissions?.has(name as Permission))
  if (beyond.length > 0) {
    throw fail.with('permission_not_grantable', 'This key has permissions that you don’t have', {
      beyond,
    })
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
    if (numUpdatedRows === 0n)
      throw fail.with('conflict', 'This key was changed by another request')
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

/** Checks a key without using it. A key of another account is reported as not found. */
export async function validateKey(
  ctx: Ctx,
  { key }: Static<typeof ApiKeyToValidate>,
): Promise<Static<typeof ApiKeyValidity>> {
  if (!isWellFormed(key)) return refused('malformed', 'This API key is malformed')
  const digest = digestOf(key)
  const row = await ctx
    .own('api_keys')
    .select()
    .select(['id', 'monthly_quota'])
    .where((eb) => eb.or([eb('digest', '=', digest), eb('previous_digest', '=', digest)]))
    .executeTakeFirst()
  if (!row) return refused('not_found', 'This account has no such API key')
  try {
    await ctx.platform.principals.authenticate(key)
  } catch (error) {
    const code = error instanceof Failure ? codes[error.code] : undefined
    if (!code) throw error
    return refused(code, (error as Failure).message)
  }
  if (row.monthly_quota !== null && keyUsageOf(ctx.platform).isSpent(row.id, row.monthly_quota)) {
    return refused('quota_exceeded', 'This API key has used its monthly quota')
  }
  return { valid: true, code: 'valid', reason: null, api_key: await readApiKey(ctx, row.id) }
}

function refused(code: Static<typeof Code>, reason: string) {
  return { valid: false, code, reason, api_key: null }
}
