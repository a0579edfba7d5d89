import { dataOf } from './client.ts'
import type { TestUser } from './people.ts'
import { until } from './until.ts'

export interface CapturedMail {
  id: string
  subject: string
  text: string
  html: string
  /** Where its button leads. */
  link: string
}

/** The newest mail to an address whose subject has `about` in it, once the worker has taken care of it. */
export function mailTo(admin: TestUser, address: string, about = ''): Promise<CapturedMail> {
  return until(async () => {
    const mails = await mailsTo(admin, address)
    const mail = mails.find(
      ({ status, subject }) => status === 'captured' && subject.includes(about),
    )
    return mail && readMail(admin, mail.id)
  }, `a mail about “${about}” came to ${address}`)
}

/** Every mail to an address, the newest first. */
export async function mailsTo(admin: TestUser, address: string) {
  const query = { search: address, per_page: 100 }
  const mails = dataOf(await admin.api.GET('/api/v1/admin/mails', { params: { query } }))
  return mails.filter((mail) => mail.to_address === address)
}

async function readMail(admin: TestUser, id: string): Promise<CapturedMail> {
  const path = { id }
  const mail = dataOf(await admin.api.GET('/api/v1/admin/mails/{id}', { params: { path } }))
  return { ...mail, link: mail.text.match(/^https?:\S+$/m)?.[0] ?? '' }
}
