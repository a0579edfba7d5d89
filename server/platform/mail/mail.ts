import type { Tx } from '../db/context.ts'
import { renderMail, type TemplateName, type Variables } from './templates.ts'

/** Queues a mail in the transaction of the change it tells of. Its variables rest sealed: they hold links. */
export async function sendMail<T extends TemplateName>(
  tx: Tx,
  template: T,
  to: string,
  variables: Variables<T>,
): Promise<void> {
  const { id } = await tx
    .own('mails')
    .insert({
      template,
      to_address: to,
      subject: renderMail(template, variables).subject,
      sealed_variables: tx.platform.vault.seal(Buffer.from(JSON.stringify(variables))),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.enqueue('deliver_mail', { mail_id: id })
}
