import type { Tx } from '@powernode/server/platform/db/context.ts'
import { spendBackupCode } from './backup_codes.ts'
import { timeStepOf } from './totp.ts'

export type CodeResult = 'right' | 'spent' | 'wrong'

/**
 * Takes a code: a TOTP code newer than the last one taken, or a backup code, which is then used up. `spent` is one that
 * was taken before. Call it under a lock on the person's row (`guess`).
 */
export async function acceptCode(tx: Tx, userId: string, code: string): Promise<CodeResult> {
  const row = await tx
    .own('two_factor')
    .select()
    .select(['sealed_secret', 'last_step'])
    .where('user_id', '=', userId)
    .where('enabled_at', 'is not', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) return 'wrong'
  const step = timeStepOf(tx.platform.vault.open(row.sealed_secret).toString(), code, tx.now())
  if (step === undefined) return spendBackupCode(tx, userId, code)
  if (step <= row.last_step) return 'spent'
  await tx.own('two_factor').update({ last_step: step }).where('user_id', '=', userId).execute()
  return 'right'
}
