import { dataOf } from './client.ts'
import type { TestUser } from './people.ts'
import { until } from './until.ts'

export interface CapturedMail {
  id: string
  subject: string
  text: string
  html: string
  /** The URL of its button. */
  link: string
}

/** Waits for the newest processed mail to an address whose subject contains `text`. */
export function mailTo(admin: TestUser, address: string, text = ''): Promise<CapturedMail> {
  return until(async () => {
    const mails = await mailsTo(admin, address)
    const mail = mails.find(
      ({ status, subject }) => status === 'captured' && subject.includes(text),
    )
    return mail && readMail(admin, mail.id)
  }, `a mail with “${text}” in its subject was sent to ${address}`)
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
