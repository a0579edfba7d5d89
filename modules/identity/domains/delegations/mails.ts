import { template } from '@powernode/server/platform/mail/templates.ts'
import { shorten } from '@powernode/server/platform/mail/words.ts'

/** Email templates of the domain. */
export const mails = {
  delegation: template<{
    name: string
    account_name: string
    url: string
    given_by?: string
    access?: string
    until?: string
  }>(({ name, account_name, url, given_by, access, until }) => ({
    subject: `You can now work in ${shorten(account_name, 50)}`,
    name,
    paragraphs: [
      given_by
        ? `${given_by} gave you access to ${account_name}.`
        : `You were given access to ${account_name}.`,
      'To open it, sign in as usual and choose the account in your user menu.',
    ],
    facts: { Account: account_name, Access: access, Until: until },
    button: { label: 'Sign in', url },
    why: `You get this email because ${account_name} gave you access.`,
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'delegations/mails': { mails: typeof mails }
  }
}
