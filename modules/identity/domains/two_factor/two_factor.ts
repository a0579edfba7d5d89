import { type Ctx, requireUser, type Tx } from '@powernode/server/platform/db/context.ts'
import {
  Count,
  Flag,
  ListOf,
  Nullable,
  Secret,
  Shape,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import { type Static, Type } from 'typebox'
import { circumstancesOf } from '../sessions/circumstances.ts'
import { endSessions } from '../sessions/ending.ts'
import { hasRecentProof, requireRecentProof, withProof } from '../sessions/proof.ts'
import { setTwoFactor } from '../users/changes.ts'
import { verifyOwnCredential } from '../users/lockout.ts'
import { revokeTokens } from '../users/one_time_tokens.ts'
import { generateBackupCodes, unusedBackupCodes } from './backup_codes.ts'
import { newTotpSecret, provisioningUri, timeStepOf } from './totp.ts'

const PENDING_MINUTES = 15

const Code = Type.String({
  minLength: 6,
  maxLength: 20,
  description: 'Six digits from the authenticator app',
  examples: ['492039'],
})
const BackupCode = Secret('Valid for one sign-in', 'A41F09C2')
const Codes = ListOf(BackupCode, {
  description: 'Ten backup codes, each valid for one sign-in',
  examples: [['A41F09C2']],
})

export const TwoFactorStatus = Shape('TwoFactorStatus', {
  two_factor_enabled: Flag('Whether sign-in requires a second factor'),
  setup_pending: Flag('Whether a setup was started and can still be completed'),
  enabled_at: Nullable(Time('When it was enabled')),
  backup_codes_count: Count('Number of unused backup codes', [10]),
})

export const TwoFactorSetup = Shape('TwoFactorSetup', {
  qr_code: Secret('The provisioning URI as a QR code in SVG', '<svg…'),
  manual_entry_key: Secret('The secret for manual entry', 'JBSWY3DPEHPK3PXP'),
  provisioning_uri: Secret('The URI in the QR code', 'otpauth://totp/…'),
})

export const TwoFactorSetupCode = Shape('TwoFactorSetupCode', { code: Code })

export const BackupCodes = Shape('BackupCodes', {
  backup_codes: Codes,
  generated_at: Time('When they were generated'),
})

export const TwoFactorEnabled = Shape('TwoFactorEnabled', {
  two_factor_enabled: Type.Literal(true, { description: 'Always true' }),
  backup_codes: Codes,
  generated_at: Time('When the backup codes were generated'),
})

export const UnusedBackupCodes = Shape('UnusedBackupCodes', {
  backup_codes: ListOf(BackupCode, { description: 'Unused codes; masked without a recent proof' }),
  masked: Flag(
    'Whether the codes are masked; confirm your identity (POST /auth/confirm) to see them',
  ),
  generated_at: Nullable(Time('When they were generated')),
})

export async function readTwoFactorStatus(ctx: Ctx): Promise<Static<typeof TwoFactorStatus>> {
  const row = await readRow(ctx)
  const codes = row?.enabled_at ? await unusedBackupCodes(ctx, requireUser(ctx).userId) : []
  return {
    two_factor_enabled: row?.enabled_at != null,
    setup_pending: !row?.enabled_at && row?.pending_until != null && row.pending_until > ctx.now(),
    enabled_at: row?.enabled_at ?? null,
    backup_codes_count: codes.length,
  }
}

/**
 * Starts a setup: creates a secret that has no effect until a code proves that an app has it. Requires a recent proof,
 * because codes of that secret will prove the user's identity.
 */
export async function startTwoFactorSetup(ctx: Ctx): Promise<Static<typeof TwoFactorSetup>> {
  await requireRecentProof(ctx)
  const secret = newTotpSecret()
  const email = await ctx.transaction(async (tx) => {
    const user = await tx
      .own('users')
      .select()
      .select('email')
      .where('id', '=', requireUser(tx).userId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow(() => fail.with('token_revoked'))
    const pending = {
      sealed_secret: tx.platform.vault.seal(Buffer.from(secret)),
      pending_until: new Date(tx.now().getTime() + PENDING_MINUTES * MINUTE_MS),
      last_step: 0,
    }
    const { numInsertedOrUpdatedRows } = await tx
      .own('two_factor')
      .insert({ user_id: requireUser(tx).userId, ...pending })
      .onConflict((conflict) =>
        conflict.column('user_id').doUpdateSet(pending).where('two_factor.enabled_at', 'is', null),
      )
      .executeTakeFirstOrThrow()
    if (!numInsertedOrUpdatedRows) throw fail.with('two_factor_already_enabled')
    await tx.audit('two_factor.setup_begun', requireUser(tx).userId)
    return user.email
  })
  const uri = provisioningUri(secret, email)
  const { default: qrCode } = await import('qrcode')
  return {
    qr_code: await qrCode.toString(uri, { type: 'svg', margin: 1 }),
    manual_entry_key: secret,
    provisioning_uri: uri,
  }
}

/**
 * Enables two-factor authentication with the first correct code and returns the backup codes once. Wrong codes count
 * toward the lock, because a correct code yields backup codes that can sign in.
 */
export function completeTwoFactorSetup(ctx: Ctx, { code }: Static<typeof TwoFactorSetupCode>) {
  const { userId } = requireUser(ctx)
  const take = async (tx: Tx) => {
    const row = await readRow(tx, true)
    if (row?.enabled_at) throw fail.with('two_factor_already_enabled')
    if (!row?.pending_until || row.pending_until < tx.now()) {
      throw fail.with('invalid_transition', 'Start the setup first')
    }
    const step = timeStepOf(tx.platform.vault.open(row.sealed_secret).toString(), code, tx.now())
    if (step === undefined) return 'wrong'
    await tx
      .own('two_factor')
      .update({ enabled_at: tx.now(), pending_until: null, last_step: step })
      .where('user_id', '=', userId)
      .execute()
    return 'right'
  }
  return verifyOwnCredential(
    ctx,
    userId,
    { take },
    { field: 'code', wrong: 'is incorrect' },
    async (tx) => {
      const backup_codes = await setEnabled(tx, true)
      return { two_factor_enabled: true as const, backup_codes, generated_at: tx.now() }
    },
  )
}

/** Disables it after a proof, deletes secret and codes, and ends the other sessions. */
export async function disableTwoFactor(
  ctx: Ctx,
  proof: { code?: string; password?: string },
): Promise<void> {
  if (!(await readRow(ctx))?.enabled_at) throw fail.with('two_factor_not_enabled')
  await withProof(ctx, proof, async (tx) => {
    if (!(await readRow(tx, true))?.enabled_at) throw fail.with('two_factor_not_enabled')
    await tx.own('two_factor').delete().where('user_id', '=', requireUser(tx).userId).execute()
    await tx.own('backup_codes').delete().where('user_id', '=', requireUser(tx).userId).execute()
    await setEnabled(tx, false)
  })
}

/** The unused codes: in plain text (audited) within ten minutes of a proof, otherwise masked. */
export async function showBackupCodes(ctx: Ctx): Promise<Static<typeof UnusedBackupCodes>> {
  const row = await readRow(ctx)
  if (!row?.enabled_at) throw fail.with('two_factor_not_enabled')
  const codes = (await unusedBackupCodes(ctx, requireUser(ctx).userId)).map(({ code }) => code)
  const masked = !(await hasRecentProof(ctx))
  if (!masked) {
    await ctx.transaction((tx) => tx.audit('backup_codes.shown', requireUser(tx).userId))
  }
  return {
    backup_codes: masked ? codes.map((code) => `${code.slice(0, 2)}••••••`) : codes,
    masked,
    generated_at: row.codes_generated_at,
  }
}

export async function regenerateBackupCodes(ctx: Ctx, proof: { code?: string; password?: string }) {
  if (!(await readRow(ctx))?.enabled_at) throw fail.with('two_factor_not_enabled')
  return withProof(ctx, proof, async (tx) => {
    if (!(await readRow(tx, true))?.enabled_at) throw fail.with('two_factor_not_enabled')
    const backup_codes = await generateBackupCodes(tx, requireUser(tx).userId)
    return { backup_codes, generated_at: tx.now() }
  })
}

async function setEnabled(tx: Tx, on: boolean): Promise<string[]> {
  const userId = requireUser(tx).userId
  const user = await setTwoFactor(tx, userId, on)
  if (on) await revokeTokens(tx, userId, ['two_factor'])
  else
    await endSessions(tx, userId, {
      reason: 'two_factor_disabled',
      except: requireUser(tx).sessionId,
    })
  const change = on ? 'enabled' : 'disabled'
  await tx.audit(`two_factor.${change}`, userId)
  await tx.emit(`user.two_factor_${change}`, { id: userId })
  await sendMail(tx, 'two_factor_changed', user.email, {
    name: user.name,
    state: on ? 'on' : 'off',
    ...(await circumstancesOf(tx)),
  })
  await tx.forget({ user: userId })
  return on ? generateBackupCodes(tx, userId) : []
}

function readRow(ctx: Ctx, lock = false) {
  const query = ctx
    .own('two_factor')
    .select()
    .selectAll()
    .where('user_id', '=', requireUser(ctx).userId)
  return (lock ? query.forNoKeyUpdate() : query).executeTakeFirst()
}
