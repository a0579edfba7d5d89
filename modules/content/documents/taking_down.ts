import { accountInMails } from '@powernode/modules/identity/domains/accounts/in_mails.ts'
import { ownersOf } from '@powernode/modules/identity/domains/users/owners.ts'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import type { Static } from 'typebox'
import { type ContentDocument, type DocumentKind, UNSCHEDULED } from './document.ts'
import { unpublishDocument } from './publishing.ts'

export const TakeDown = Shape('TakeDown', {
  reason: Text(500, { description: 'Reason, sent to the owners', examples: ['Phishing'] }),
})

/** Hides a document of any account from visitors, and keeps it from being published again. Its owners are told the reason. */
export async function takeDown<D extends ContentDocument, View>(
  ctx: Ctx,
  kind: DocumentKind<D, View>,
  key: string,
  { reason }: Static<typeof TakeDown>,
): Promise<View> {
  const account = ctx.inAccount(await kind.accountOf(ctx, key))
  const id = await account.transaction(async (tx) => {
    const document = await kind.lock(tx, key)
    const { id, taken_down_at, turn } = document
    if (taken_down_at) {
      throw fail.with('invalid_transition', `The ${kind.noun} is already taken down`)
    }
    if (document.status === 'published') await unpublishDocument(tx, kind, document)
    await kind.write(tx, id, {
      ...UNSCHEDULED,
      turn: turn + 1,
      taken_down_at: tx.now(),
      taken_down_reason: reason,
    })
    await tx.audit(`${kind.type}.taken_down`, id, { metadata: { reason } })
    await mailOwners(tx, kind, document, reason)
    return id
  })
  return kind.read(account, id)
}

/** Allows the account to publish the document again. It stays a draft. */
export async function reinstate<D extends ContentDocument, View>(
  ctx: Ctx,
  kind: DocumentKind<D, View>,
  key: string,
): Promise<View> {
  const account = ctx.inAccount(await kind.accountOf(ctx, key))
  const id = await account.transaction(async (tx) => {
    const { id, taken_down_at } = await kind.lock(tx, key)
    if (!taken_down_at) throw fail.with('invalid_transition', `The ${kind.noun} is not taken down`)
    await kind.write(tx, id, { taken_down_at: null, taken_down_reason: null })
    await tx.audit(`${kind.type}.reinstated`, id)
    return id
  })
  return kind.read(account, id)
}

async function mailOwners(
  tx: Tx,
  { takenDownMail, editor }: Pick<DocumentKind, 'takenDownMail' | 'editor'>,
  { id, title }: ContentDocument,
  reason: string,
) {
  const account = await accountInMails(tx)
  for (const { name, email } of await ownersOf(tx)) {
    await sendMail(tx, takenDownMail, email, {
      name,
      title,
      reason,
      account_name: account.name,
      time: account.inWords(tx.now()),
      url: `${tx.platform.config.publicUrl}${editor}/${id}`,
    })
  }
}
