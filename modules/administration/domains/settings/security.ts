import { GRACE_HOURS, rotateSigningKey } from '@powernode/server/platform/auth/signing_keys.ts'
import { ALGORITHM } from '@powernode/server/platform/auth/tokens.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import {
  assembled,
  Count,
  Flag,
  Id,
  ListOf,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import {
  changesOf,
  fieldsOf,
  pick,
  type SettingsOf,
} from '@powernode/server/platform/settings/catalogue.ts'
import { type Static, Type } from 'typebox'
import { changeSettings } from './setting.ts'

/** Values from the environment and the key ring. */
const ReadOnlyValues = Shape({
  algorithm: Text(20, { description: 'Token signing', examples: [ALGORITHM] }),
  signing_key: Shape({
    id: Id('The current signing key'),
    created_at: Time('When it was created'),
    previous_id: Nullable(Id('The previous key, while tokens signed with it are valid')),
    previous_until: Nullable(Time('When they stop being valid')),
  }),
  public_url: Text(500, {
    description: 'PUBLIC_URL: the address at which users reach this server',
  }),
  allowed_origins: ListOf(Type.String({ examples: ['https://app.example.com'] }), {
    description: 'CORS_ORIGINS: other web origins that may call the API',
  }),
  rate_limiting_enabled: Flag(
    'Whether callers are rate limited; DISABLE_RATE_LIMITING disables it',
  ),
})

/** The settings that can be changed, and read-only values. */
export const SecurityConfig = assembled<SettingsOf<'security'> & Static<typeof ReadOnlyValues>>(
  'SecuritySettings',
  () => Shape({ ...fieldsOf('security'), ...ReadOnlyValues.properties }),
)

export const SecurityChanges = changesOf('security')

export const SigningKeyRotation = Shape('SigningKeyRotation', {
  reason: Type.Optional(
    Text(500, { description: 'Reason, kept in the audit log', examples: ['Yearly rotation'] }),
  ),
  force: Type.Optional(
    Flag(
      'Rotate even if the previous key is still valid; tokens signed with that key stop working',
    ),
  ),
})

export const RotatedSigningKey = Shape('RotatedSigningKey', {
  key_id: Id('The new signing key; only its id, the key itself never leaves the server'),
  previous_key_id: Nullable(Id('The previous key')),
  grace_period_hours: Count('How long tokens of the previous key are valid', [GRACE_HOURS]),
  grace_period_ends_at: Time('When they stop being valid'),
})

export async function readSecurityConfig(ctx: Ctx): Promise<Static<typeof SecurityConfig>> {
  const { settings, config } = ctx.platform
  const keys = await ctx.db
    .selectFrom('signing_keys')
    .select(['id', 'created_at', 'retired_at'])
    .orderBy('created_at', 'desc')
    .execute()
  const current = keys.find((key) => !key.retired_at)
  if (!current) throw new Error('there is no signing key')
  const previous = keys.find((key) => key.retired_at && key.retired_at > ctx.now())
  return {
    ...pick(settings.values, 'security'),
    algorithm: ALGORITHM,
    signing_key: {
      id: current.id,
      created_at: current.created_at,
      previous_id: previous?.id ?? null,
      previous_until: previous?.retired_at ?? null,
    },
    public_url: config.publicUrl,
    allowed_origins: config.CORS_ORIGINS,
    rate_limiting_enabled: !config.DISABLE_RATE_LIMITING,
  }
}

export async function updateSecurityConfig(ctx: Ctx, changes: Static<typeof SecurityChanges>) {
  await changeSettings(ctx, changes)
  return readSecurityConfig(ctx)
}

/** Signs with a new key. No user is signed out within the grace period, unless a second rotation is forced. */
export function regenerateSigningKey(
  ctx: Ctx,
  { reason, force = false }: Static<typeof SigningKeyRotation>,
): Promise<Static<typeof RotatedSigningKey>> {
  return ctx.transaction(async (tx) => {
    const { id, previousId, previousUntil } = await rotateSigningKey(tx, { force })
    await tx.audit('signing_key.rotated', id, {
      metadata: { reason: reason ?? null, previous: previousId },
    })
    return {
      key_id: id,
      previous_key_id: previousId,
      grace_period_hours: GRACE_HOURS,
      grace_period_ends_at: previousUntil,
    }
  })
}
