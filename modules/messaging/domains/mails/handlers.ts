import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf, RefusedError, requireAccepted } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'
import { type SmtpResult, sendOverSmtp } from './smtp.ts'

type Report = SmtpResult | { status: 'captured' }

export default defineHandlers(contract.jobs, {
  /**
   * Sends one mail by SMTP, or marks it as captured if no mail server is configured. A delivered mail is not sent again;
   * its Message-ID stays the same, so that mail servers can drop a duplicate after a crash. The server decides whether and
   * when a refused mail is retried.
   */
  async deliver_mail({ mail_id, turn = 1 }, { api, outcomes, log, signal }) {
    const params = { path: { id: mail_id } }
    const mail = dataOf(await api.GET('/api/v1/internal/mails/{id}', { params, signal }))
    // A server of an older version does not count turns; there the job itself is retried.
    const countsTurns = (mail.turn as number | undefined) !== undefined
    if (mail.delivered || (countsTurns && mail.turn !== turn)) return
    const record = async ({ status, ...why }: Report) =>
      requireAccepted(
        await outcomes.PATCH('/api/v1/internal/mails/{id}', {
          params,
          body: countsTurns ? { status, ...why, turn } : { status },
        }),
      )
    if (!mail.smtp_url) return record({ status: 'captured' })
    const { from, to, subject, html, text } = mail
    const messageId = `<${mail.id}@powernode>`
    const message = {
      from,
      to,
      subject,
      html,
      text,
      messageId,
      ...unsubscribeHeaders(mail.one_click_url),
    }
    const outcome = await sendOverSmtp(mail.smtp_url, message, signal)
    if (outcome.status === 'failed') {
      log.warn({ mail: mail_id, reason: outcome.error }, 'a mail was refused')
    }
    await record(outcome).catch((error: Error) => {
      if (!(error instanceof RefusedError) || outcome.status === 'sent') throw error
      log.error({ reason: error.message }, 'the server refused a result')
      return record({ ...outcome, error: 'The mail server’s reason could not be recorded' })
    })
    if (!countsTurns && outcome.status === 'failed') throw new Error(outcome.error)
  },
})

/** Headers for the unsubscribe button of mail clients, by RFC 2369 and RFC 8058. */
function unsubscribeHeaders(url: string | null) {
  if (!url) return {}
  return {
    headers: {
      'List-Unsubscribe': `<${url}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}
