import { randomBytes } from 'node:crypto'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'

const COUNT = 10

/** Replaces a user's backup codes and returns the new ones: ten codes of eight hexadecimal digits. */
export async function generateBackupCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, () => randomBytes(4).toString('hex').toUpperCase())
  await tx.own('backup_codes').delete().where('user_id', '=', userId).execute()
  const rows = codes.map((code, position) => ({
    user_id: userId,
    position,
    sealed_code: tx.platform.vault.seal(Buffer.from(code)),
  }))
  await tx.own('backup_codes').insert(rows).execute()
  await tx
    .own('two_factor')
    .update({ codes_generated_at: tx.now() })
    .where('user_id', '=', userId)
    .execute()
  await tx.audit('backup_codes.generated', userId, { metadata: { count: COUNT } })
  return codes
}

/** The unused codes in plain text. */
export async function unusedBackupCodes(
  ctx: Ctx,
  userId: string,
): Promise<{ id: string; code: string }[]> {
  return (await readCodes(ctx, userId)).filter((row) => row.used_at === null)
}

async function readCodes(ctx: Ctx, userId: string) {
  const rows = await ctx
    .own('backup_codes')
    .select()
    .select(['id', 'sealed_code', 'used_at'])
    .where('user_id', '=', userId)
    .orderBy('position')
    .execute()
  return rows.map(({ sealed_code, ...row }) => ({
    ...row,
    code: ctx.platform.vault.open(sealed_code).toString(),
  }))
}

/** Consumes a code; `spent` if it was used before. */
export async function consumeBackupCode(
  tx: Tx,
  userId: string,
  code: string,
): Promise<'right' | 'spent' | 'wrong'> {
  const normalised = code.replace(/[\s-]/g, '').toUpperCase()
  const match = (await readCodes(tx, userId)).find((row) => row.code === normalised)
  if (!match) return 'wrong'
  const { numUpdatedRows } = await tx
    .own('backup_codes')
    .update({ used_at: tx.now() })
    .where('id', '=', match.id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'right' : 'spent'
}
