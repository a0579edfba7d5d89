import type { Tx } from '@powernode/server/platform/db/context.ts'
import { consumeBackupCode } from './backup_codes.ts'
import { timeStepOf } from './totp.ts'

export type CodeResult = 'right' | 'spent' | 'wrong'

/**
 * Checks a code: a TOTP code newer than the last accepted one, or a backup code, which is consumed. `spent` means it was
 * used before. Call it while the user's row is locked (`verifyCredential`).
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
  if (step === undefined) return consumeBackupCode(tx, userId, code)
  if (step <= row.last_step) return 'spent'
  await tx.own('two_factor').update({ last_step: step }).where('user_id', '=', userId).execute()
  return 'right'
}
