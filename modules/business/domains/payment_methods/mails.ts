import { template } from '@powernode/server/platform/mail/templates.ts'

/** Email templates of the domain. */
export const mails = {
  card_expiring: template<{
    name: string
    account_name: string
    url: string
    card: string
    /** "in 14 days", "today" */
    when: string
  }>(({ name, account_name, url, card, when }) => ({
    subject: `${card} expires ${when}`,
    name,
    paragraphs: [
      `${card}, which pays for ${account_name}, expires ${when}.`,
      'Add another payment method, so that the next payment does not fail.',
    ],
    facts: { Card: card, Account: account_name },
    button: { label: 'Open billing', url },
    why: `You get this email because you are an owner of ${account_name}.`,
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'payment_methods/mails': { mails: typeof mails }
  }
}
