import type { Tx } from '@powernode/server/platform/db/context.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import { accountInMails } from '../accounts/in_mails.ts'

interface Started {
  impersonator: { name: string }
  reason: string
  expires_at: Date
}

/** Emails a user who started to impersonate them, why and until when. */
export async function notifyImpersonated(
  tx: Tx,
  target: { name: string; email: string },
  { impersonator, reason, expires_at }: Started,
): Promise<void> {
  const account = await accountInMails(tx)
  await sendMail(tx, 'impersonated', target.email, {
    name: target.name,
    impersonator: impersonator.name,
    reason,
    account_name: account.name,
    started_at: account.inWords(tx.now()),
    until: account.inWords(expires_at),
  })
}
