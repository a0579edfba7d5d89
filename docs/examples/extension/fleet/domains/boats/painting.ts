import { ownersOf } from '@powernode/modules/identity/domains/users/owners.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import { lockBoat } from './boat.ts'
import { boatStream } from './channel.ts'

/** Paints a boat. Does nothing for a painted one, because a job may run twice. */
export async function paintBoat(ctx: PlatformCtx, id: string): Promise<void> {
  const accountId = await accountOf(ctx, id)
  await ctx.inAccount(accountId).transaction(async (tx) => {
    const { name, painted_at } = await lockBoat(tx, id)
    if (painted_at) return
    await tx.own('boats').update({ painted_at: tx.now() }).where('id', '=', id).execute()
    await tx.audit('boat.painted', id)
    await tx.emit('boat.painted', { id, name })
    await tx.broadcast(boatStream(accountId), { type: 'boat_painted', boat_id: id })
    if (!tx.platform.settings.values.boat_mails) return
    const url = `${tx.platform.config.publicUrl}/boats`
    for (const owner of await ownersOf(tx)) {
      await sendMail(tx, 'boat_painted', owner.email, { name: owner.name, boat: name, url })
    }
  })
}

async function accountOf(ctx: PlatformCtx, id: string) {
  const boat = await ctx
    .acrossAccounts({ because: 'the job contains a boat id but no account' })
    .selectFrom('boats')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!boat) throw fail.notFound('boat')
  return boat.account_id
}
