import { accountInMails } from '@powernode/modules/identity/domains/accounts/in_mails.ts'
import { ownersOf } from '@powernode/modules/identity/domains/users/owners.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'

/** Disables a webhook and emails the owners the reason. */
export async function disableWebhook(
  tx: Tx,
  { id, url }: { id: string; url: string },
  reason: 'gone' | 'failing',
): Promise<void> {
  await tx
    .own('webhooks')
    .update({ status: 'inactive', disabled_reason: reason, disabled_at: tx.now() })
    .where('id', '=', id)
    .execute()
  await tx.audit('webhook.disabled', id, { metadata: { reason } })
  await tx.emit('webhook.disabled', { id, url, reason })
  const why =
    reason === 'gone' ? 'it responded with “410 Gone”' : 'all attempts failed for five days'
  const account = await accountInMails(tx)
  const time = account.inWords(tx.now())
  for (const { name, email } of await ownersOf(tx)) {
    await sendMail(tx, 'webhook_disabled', email, {
      name,
      webhook_url: url,
      why,
      account_name: account.name,
      time,
      url: `${tx.platform.config.publicUrl}/webhooks/${id}`,
    })
  }
}
