import { takenDownMail } from '@powernode/modules/content/documents/taken_down_mail.ts'

/** Email templates of the domain. */
export const mails = { kb_article_taken_down: takenDownMail('article') }

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'kb_articles/mails': { mails: typeof mails }
  }
}
