import type { Tx } from '@powernode/server/platform/db/context.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import { accountInMails } from '../accounts/in_mails.ts'
import { rolesInMails } from '../roles/in_mails.ts'

interface Invited {
  email: string
  name: string | null
  roles: string[]
  inviter: { name: string; email: string } | null
  message: string | null
  expires_at: Date
}

/** Emails the link of an invitation, with who invites, to what and until when. */
export async function mailInvitation(tx: Tx, invited: Invited, token: string): Promise<void> {
  const { email, name, roles, inviter, message, expires_at } = invited
  const account = await accountInMails(tx)
  await sendMail(tx, 'invitation', email, {
    account_name: account.name,
    inviter: inviter?.name ?? account.name,
    message: message ?? '',
    url: `${tx.platform.config.publicUrl}/accept-invitation/${token}`,
    until: account.inWords(expires_at),
    ...(await rolesInMails(tx, roles)),
    ...(name && { name }),
    ...(inviter && { inviter_email: inviter.email }),
  })
}
