import type { Tx } from '../db/context.ts'
import { senderOf } from './message.ts'
import { renderMail, type TemplateName, type Variables } from './templates.ts'

/** Enqueues an email in the transaction of the change. Its variables are stored encrypted, because they contain links. */
export function sendMail<T extends TemplateName>(
  tx: Tx,
  template: T,
  to: string,
  variables: Variables<T>,
): Promise<void> {
  return sendMails(tx, template, [{ to, variables }])
}

/** The same for several recipients, with the same number of statements. */
export async function sendMails<T extends TemplateName>(
  tx: Tx,
  template: T,
  mails: { to: string; variables: Variables<T> }[],
): Promise<void> {
  if (mails.length === 0) return
  const sender = senderOf(tx.platform)
  const queued = await tx
    .own('mails')
    .insert(
      mails.map(({ to, variables }) => ({
        template,
        to_address: to,
        subject: renderMail(template, variables, sender).subject,
        sealed_variables: tx.platform.vault.seal(Buffer.from(JSON.stringify(variables))),
      })),
    )
    .returning('id')
    .execute()
  await tx.enqueueAll(
    'deliver_mail',
    queued.map(({ id }) => ({ input: { mail_id: id, turn: 1 } })),
  )
}
