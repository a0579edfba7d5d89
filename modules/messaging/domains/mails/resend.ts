import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { BODY_DELETED, hasBody } from './bodies.ts'
import { accountOf, lockMail } from './delivery.ts'
import { readMail } from './mail.ts'

/**
 * Enqueues a deferred, failed or captured mail immediately and with all attempts. 409 if it was sent or is queued, so that
 * two requests send one mail.
 */
export async function resendMail(ctx: Ctx, id: string) {
  await ctx.transaction(async (tx) => {
    const mail = await lockMail(tx, id)
    if (mail.status === 'sent') throw fail.with('invalid_transition', 'This email was already sent')
    if (mail.status === 'queued') {
      throw fail.with('invalid_transition', 'This email is already queued')
    }
    if (!hasBody(mail.sealed_variables)) {
      throw fail.with('invalid_transition', BODY_DELETED)
    }
    const turn = mail.turn + 1
    await tx
      .acrossAccounts('admin.mails.update')
      .updateTable('mails')
      .set({ status: 'queued', turn, attempt_count: 0, next_attempt_at: null, sent_at: null })
      .where('id', '=', id)
      .execute()
    await accountOf(tx, mail).enqueue('deliver_mail', { mail_id: id, turn })
    await tx.audit('mail.sent_again', id, {
      metadata: { template: mail.template, status: mail.status },
    })
  })
  return readMail(ctx, id)
}
