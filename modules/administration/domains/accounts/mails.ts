import { template } from '@powernode/server/platform/mail/templates.ts'

/** Email templates of the domain. */
export const mails = {
  account_suspended: template<{
    name: string
    account_name: string
    reason: string
    contact: string
  }>(({ name, account_name, reason, contact }) => ({
    subject: `${account_name} was suspended`,
    paragraphs: [
      `Hello ${name},`,
      `The account ${account_name} was suspended: ${reason}. Nobody can sign in to it for now, and its webhooks wait. Nothing was deleted.`,
      `If you think that this is a mistake, ${contact}.`,
    ],
  })),
  account_activated: template<{ name: string; account_name: string; url: string }>(
    ({ name, account_name, url }) => ({
      subject: `${account_name} is open again`,
      paragraphs: [
        `Hello ${name},`,
        `The account ${account_name} was activated. Everybody can sign in again, and what its webhooks kept back is sent now.`,
      ],
      button: { label: 'Sign in', url },
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'administration/accounts/mails': { mails: typeof mails }
  }
}
