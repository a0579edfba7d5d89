import { callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { formatNoun } from '@powernode/server/platform/kernel/nouns.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import { accountInMails } from '../accounts/in_mails.ts'
import { readRole } from '../roles/role.ts'
import { readPerson } from '../users/person.ts'

interface Given {
  role_id: string | null
  permissions: string[]
  expires_at: Date | null
}

/** Emails a user who gave them access to the account, to what and until when. */
export async function notifyDelegate(
  tx: Tx,
  { name, email }: { name: string; email: string },
  { role_id, permissions, expires_at }: Given,
): Promise<void> {
  const account = await accountInMails(tx)
  const caller = callingUser(tx)
  const role = role_id && (await readRole(tx, role_id)).display_name
  await sendMail(tx, 'delegation', email, {
    name,
    account_name: account.name,
    url: tx.platform.config.publicUrl,
    access: accessInWords(role, permissions.length),
    ...(caller && { given_by: (await readPerson(tx, caller.userId)).name }),
    ...(expires_at && { until: account.inWords(expires_at) }),
  })
}

/** "Manager", "2 permissions" or "2 permissions of Manager". */
function accessInWords(role: string | null, count: number) {
  const permissions = formatNoun(count, 'permission')
  if (!role) return permissions
  return count > 0 ? `${permissions} of ${role}` : role
}
