import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { broadcastFiles } from './channel.ts'
import { lockFile, readFile } from './file.ts'

export const Quarantine = Shape('Quarantine', {
  reason: Text(500, { description: 'Why, shown to the account', examples: ['Malware'] }),
})

/** Keeps everyone from reading a file of any account. */
export async function quarantineFile(ctx: Ctx, id: string, { reason }: Static<typeof Quarantine>) {
  const account = await accountOf(ctx, id)
  const isNew = await account.transaction((tx) => quarantineIn(tx, id, reason))
  if (!isNew) throw fail.with('invalid_transition', 'The file is already quarantined')
  return readFile(account, id)
}

/** Quarantines a file of the account. Returns false if it already is. */
export async function quarantineIn(tx: Tx, id: string, reason: string): Promise<boolean> {
  const { filename, quarantined_at } = await lockFile(tx, id)
  if (quarantined_at) return false
  await tx
    .own('files')
    .update({ quarantined_at: tx.now(), quarantine_reason: reason })
    .where('id', '=', id)
    .execute()
  await tx.audit('file.quarantined', id, { new: { filename }, metadata: { reason } })
  await tx.emit('file.quarantined', { id, filename, reason })
  await broadcastFiles(tx)
  return true
}

/** Allows a quarantined file to be read again. */
export async function releaseFile(ctx: Ctx, id: string) {
  const account = await accountOf(ctx, id)
  await account.transaction(async (tx) => {
    const { filename, quarantined_at } = await lockFile(tx, id)
    if (!quarantined_at) throw fail.with('invalid_transition', 'The file is not quarantined')
    await tx
      .own('files')
      .update({ quarantined_at: null, quarantine_reason: null })
      .where('id', '=', id)
      .execute()
    await tx.audit('file.released', id, { new: { filename } })
    await broadcastFiles(tx)
  })
  return readFile(account, id)
}

async function accountOf(ctx: Ctx, id: string): Promise<Ctx> {
  const file = await ctx
    .acrossAccounts('admin.files.update')
    .selectFrom('files')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!file) throw fail.notFound('file')
  return ctx.inAccount(file.account_id)
}
