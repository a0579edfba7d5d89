import { callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import { circumstancesOf } from '../sessions/circumstances.ts'
import { readPerson } from './person.ts'

/** Emails a user's previous address that it was replaced. The device of an administrator is not disclosed. */
export async function notifyOfNewAddress(
  tx: Tx,
  { id, name, email }: { id: string; name: string; email: string },
  new_email: string,
): Promise<void> {
  const { device, ip_address, ...rest } = await circumstancesOf(tx)
  const caller = callingUser(tx)
  const origin =
    caller && caller.userId !== id
      ? { changed_by: (await readPerson(tx, caller.userId)).name }
      : { ...(device && { device }), ...(ip_address && { ip_address }) }
  await sendMail(tx, 'email_changed', email, { name, new_email, ...rest, ...origin })
}
