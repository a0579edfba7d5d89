import { randomBytes } from 'node:crypto'
import type { Ctx, Tx } from '../../platform/db/context.ts'

const COUNT = 10

/** Replaces a person's backup codes and returns the new ones: ten times eight hexadecimal digits. */
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

/** The codes that were not used yet, readable. */
export async function unusedBackupCodes(
  ctx: Ctx,
  userId: string,
): Promise<{ id: string; code: string }[]> {
  const rows = await ctx
    .own('backup_codes')
    .select()
    .select(['id', 'sealed_code'])
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .orderBy('position')
    .execute()
  return rows.map(({ id, sealed_code }) => ({
    id,
    code: ctx.platform.vault.open(sealed_code).toString(),
  }))
}

/** Uses a code up; false when there is no such code, or another request was quicker. */
export async function spendBackupCode(tx: Tx, userId: string, code: string): Promise<boolean> {
  const wanted = code.replace(/[\s-]/g, '').toUpperCase()
  const match = (await unusedBackupCodes(tx, userId)).find((one) => one.code === wanted)
  if (!match) return false
  const { numUpdatedRows } = await tx
    .own('backup_codes')
    .update({ used_at: tx.now() })
    .where('id', '=', match.id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
