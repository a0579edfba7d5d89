import { template } from '@powernode/server/platform/mail/templates.ts'

/** The emails of the domain: their variables and texts. */
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
      `The account ${account_name} was suspended: ${reason}. Its users cannot sign in, and its webhook deliveries are on hold. Nothing was deleted.`,
      `If you think this is a mistake, ${contact}.`,
    ],
  })),
  account_activated: template<{ name: string; account_name: string; url: string }>(
    ({ name, account_name, url }) => ({
      subject: `${account_name} is active again`,
      paragraphs: [
        `Hello ${name},`,
        `The account ${account_name} was activated. All its users can sign in again, and its webhook deliveries are being sent.`,
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
