import { template } from '@powernode/server/platform/mail/templates.ts'

/** Email templates of the domain. */
export const mails = {
  webhook_disabled: template<{
    name: string
    webhook_url: string
    why: string
    url: string
    account_name?: string
    time?: string
  }>(({ name, webhook_url, why, url, account_name, time }) => ({
    subject: 'A webhook was disabled',
    name,
    paragraphs: [
      `A webhook was disabled because ${why}. New events are not sent to it.`,
      'Enable it again when the receiver works; pending deliveries are then sent.',
    ],
    facts: { Webhook: webhook_url, Account: account_name, When: time },
    button: { label: 'Open the webhook', url },
    why: `You get this email because you are an owner of ${account_name ?? 'the account'}.`,
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'webhooks/mails': { mails: typeof mails }
  }
}
