import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf, RefusedError, requireAccepted } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'
import { handOver, type SmtpResult } from './smtp.ts'

type Report = SmtpResult | { status: 'captured' }

export default defineHandlers(contract.jobs, {
  /**
   * Hands one mail to SMTP, or marks it captured where no server is set. A mail that was handed over is not sent again;
   * its Message-ID stays the same, so that mail servers can drop the copy of a crash in between. Whether and when one
   * that was turned away is tried again is for the server to say.
   */
  async deliver_mail({ mail_id, turn = 1 }, { api, outcomes, log, signal }) {
    const params = { path: { id: mail_id } }
    const mail = dataOf(await api.GET('/api/v1/internal/mails/{id}', { params, signal }))
    // A server of an older version counts no turns: there the job itself is tried again.
    const counts = (mail.turn as number | undefined) !== undefined
    if (mail.delivered || (counts && mail.turn !== turn)) return
    const record = async ({ status, ...why }: Report) =>
      requireAccepted(
        await outcomes.PATCH('/api/v1/internal/mails/{id}', {
          params,
          body: counts ? { status, ...why, turn } : { status },
        }),
      )
    if (!mail.smtp_url) return record({ status: 'captured' })
    const { from, to, subject, html, text } = mail
    const messageId = `<${mail.id}@powernode>`
    const message = { from, to, subject, html, text, messageId, ...ending(mail.one_click_url) }
    const outcome = await handOver(mail.smtp_url, message, signal)
    if (outcome.status === 'failed') {
      log.warn({ mail: mail_id, reason: outcome.error }, 'a mail was turned away')
    }
    await record(outcome).catch((error: Error) => {
      if (!(error instanceof RefusedError) || outcome.status === 'sent') throw error
      log.error({ reason: error.message }, 'the server refused an outcome')
      return record({ ...outcome, error: 'The mail server’s reason could not be recorded' })
    })
    if (!counts && outcome.status === 'failed') throw new Error(outcome.error)
  },
})

/** Lets mail programs offer to end mails of this kind, by RFC 2369 and RFC 8058. */
function ending(url: string | null) {
  if (!url) return {}
  return {
    headers: {
      'List-Unsubscribe': `<${url}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}
