import { template } from '@powernode/server/platform/mail/templates.ts'
import { shorten } from '@powernode/server/platform/mail/words.ts'

const whyOwners = (account: string) => `You get this email because you are an owner of ${account}.`

/** The emails of the domain: their variables and texts. */
export const mails = {
  account_suspended: template<{
    name: string
    account_name: string
    reason: string
    contact: string
    time?: string
  }>(({ name, account_name, reason, contact, time }) => ({
    subject: `${shorten(account_name, 50)} was suspended`,
    name,
    paragraphs: [
      `The account ${account_name} was suspended. Its users cannot sign in, and its webhook deliveries are on hold. Nothing was deleted.`,
    ],
    facts: { Reason: reason, When: time },
    advice: [`If you think this is a mistake, ${contact}.`],
    why: whyOwners(account_name),
  })),
  account_activated: template<{ name: string; account_name: string; url: string }>(
    ({ name, account_name, url }) => ({
      subject: `${shorten(account_name, 50)} is active again`,
      name,
      paragraphs: [
        `The account ${account_name} was activated. All its users can sign in again, and its webhook deliveries are being sent.`,
      ],
      button: { label: 'Sign in', url },
      why: whyOwners(account_name),
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'administration/accounts/mails': { mails: typeof mails }
  }
}
