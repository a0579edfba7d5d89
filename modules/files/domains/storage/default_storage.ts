import { randomUUIDv7 } from 'node:crypto'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'

export const DEFAULT_MAX_FILE_BYTES = 100_000_000

/** The id of the storage for files that name none. Adds that of the operator if the account has none yet. */
export async function ensureDefaultStorage(ctx: Ctx): Promise<string> {
  return (
    (await findDefault(ctx)) ??
    ctx.inAccount(ctx.account.id, { kind: 'system' }).transaction(addDefault)
  )
}

/** Adds the row that counts what an account uses. Several requests may do it at once. */
export async function ensureAccountStorage(tx: Tx): Promise<void> {
  await tx
    .own('account_storage')
    .insert({})
    .onConflict((conflict) => conflict.column('account_id').doNothing())
    .execute()
}

async function addDefault(tx: Tx): Promise<string> {
  tx.prepares('a request that needs a storage', { audited: true })
  await ensureAccountStorage(tx)
  const id = randomUUIDv7()
  const isBucket = tx.platform.environment.S3_BUCKET !== undefined
  const name = isBucket ? 'Object storage' : 'Local storage'
  const provider_type = isBucket ? 's3' : 'local'
  const added = await tx
    .own('storage')
    .insert({
      id,
      name,
      provider_type,
      is_default: true,
      max_file_bytes: DEFAULT_MAX_FILE_BYTES,
      created_at: tx.now(),
      updated_at: tx.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return (await findDefault(tx)) ?? ''
  await tx.audit('storage.created', id, { new: { name, provider_type } })
  await tx.emit('storage.created', { id, name })
  return id
}

async function findDefault(ctx: Ctx): Promise<string | undefined> {
  const found = await ctx
    .own('storage')
    .select()
    .select('id')
    .where('is_default', '=', true)
    .executeTakeFirst()
  return found?.id
}
