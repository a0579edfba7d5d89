import { takenDownMail } from '@powernode/modules/content/documents/taken_down_mail.ts'

/** Email templates of the domain. */
export const mails = { page_taken_down: takenDownMail('page') }

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'pages/mails': { mails: typeof mails }
  }
}
