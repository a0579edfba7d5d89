import { accountInMails } from '@powernode/modules/identity/domains/accounts/in_mails.ts'
import { ownersOf } from '@powernode/modules/identity/domains/users/owners.ts'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import type { Static } from 'typebox'
import { type LockedPage, lockPage, readPage } from './page.ts'
import { UNSCHEDULED, unpublishPage } from './publishing.ts'

export const TakeDown = Shape('TakeDown', {
  reason: Text(500, { description: 'Reason, sent to the owners', examples: ['Phishing'] }),
})

/** Hides a page of any account from visitors, and keeps it from being published again. Its owners are told the reason. */
export async function takeDownPage(ctx: Ctx, id: string, { reason }: Static<typeof TakeDown>) {
  const account = await accountOf(ctx, id)
  await account.transaction(async (tx) => {
    const page = await lockPage(tx, id)
    if (page.taken_down_at) throw fail.with('invalid_transition', 'The page is already taken down')
    if (page.status === 'published') await unpublishPage(tx, page)
    await tx
      .own('pages')
      .update({
        ...UNSCHEDULED,
        turn: page.turn + 1,
        taken_down_at: tx.now(),
        taken_down_reason: reason,
      })
      .where('id', '=', id)
      .execute()
    await tx.audit('page.taken_down', id, { metadata: { reason } })
    await mailOwners(tx, page, reason)
  })
  return readPage(account, id)
}

/** Allows the account to publish the page again. It stays a draft. */
export async function reinstatePage(ctx: Ctx, id: string) {
  const account = await accountOf(ctx, id)
  await account.transaction(async (tx) => {
    const { taken_down_at } = await lockPage(tx, id)
    if (!taken_down_at) throw fail.with('invalid_transition', 'The page is not taken down')
    await tx
      .own('pages')
      .update({ taken_down_at: null, taken_down_reason: null })
      .where('id', '=', id)
      .execute()
    await tx.audit('page.reinstated', id)
  })
  return readPage(account, id)
}

/** The context of the account that a page belongs to. */
async function accountOf(ctx: Ctx, id: string): Promise<Ctx> {
  const page = await ctx
    .acrossAccounts('admin.pages.update')
    .selectFrom('pages')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!page) throw fail.notFound('page')
  return ctx.inAccount(page.account_id)
}

async function mailOwners(tx: Tx, { id, title }: LockedPage, reason: string) {
  const account = await accountInMails(tx)
  for (const { name, email } of await ownersOf(tx)) {
    await sendMail(tx, 'page_taken_down', email, {
      name,
      title,
      reason,
      account_name: account.name,
      time: account.inWords(tx.now()),
      url: `${tx.platform.config.publicUrl}/pages/${id}`,
    })
  }
}
