import { template } from '@powernode/server/platform/mail/templates.ts'
import { shorten } from '@powernode/server/platform/mail/words.ts'

/** Email templates of the domain. */
export const mails = {
  impersonated: template<{
    name: string
    impersonator: string
    reason: string
    account_name?: string
    started_at?: string
    until?: string
  }>(({ name, impersonator, reason, account_name, started_at, until }, { system_name }) => ({
    subject: `${shorten(impersonator, 50)} is signed in as you`,
    name,
    paragraphs: [
      `${impersonator} is using ${system_name} as you. They do not know your password and cannot change it.`,
    ],
    facts: {
      Reason: reason,
      Account: account_name,
      Started: started_at,
      'Ends by': until,
    },
    advice: [
      'The audit log records everything they do under both names. If you did not expect this, ask your administrator.',
    ],
    why: 'You get this email each time someone impersonates you.',
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'impersonations/mails': { mails: typeof mails }
  }
}
