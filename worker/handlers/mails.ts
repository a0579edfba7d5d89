import { createTransport } from 'nodemailer'
import { dataOf, FinalError } from '../client.ts'
import type { Handlers } from '../runner.ts'

export const mails = {
  /**
   * Hands one mail to SMTP, or marks it captured where no server is set. A mail that was handed over is not
   * sent again; its Message-ID stays the same, so that mail servers can drop the copy of a crash in between.
   */
  async deliver_mail({ mail_id }, { api, signal }) {
    const params = { path: { id: mail_id } }
    const mail = dataOf(await api.GET('/api/v1/internal/mails/{id}', { params, signal }))
    if (mail.delivered) return
    const record = async (body: { status: 'sent' | 'captured' | 'failed'; error?: string }) =>
      api.PATCH('/api/v1/internal/mails/{id}', { params, body })
    if (!mail.smtp_url) {
      await record({ status: 'captured' })
      return
    }
    try {
      const { from, to, subject, html, text } = mail
      const messageId = `<${mail.id}@powernode>`
      const message = { from, to, subject, html, text, messageId, ...ending(mail.one_click_url) }
      await createTransport(mail.smtp_url).sendMail(message)
    } catch (error) {
      const { message, responseCode } = error as Error & { responseCode?: number }
      await record({ status: 'failed', error: message })
      throw responseCode && responseCode >= 500 ? new FinalError(message) : error
    }
    await record({ status: 'sent' })
  },
} satisfies Partial<Handlers>

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
