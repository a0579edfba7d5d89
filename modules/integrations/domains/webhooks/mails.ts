import { template } from '@powernode/server/platform/mail/templates.ts'

/** Email templates of the domain. */
export const mails = {
  webhook_disabled: template<{ name: string; webhook_url: string; why: string; url: string }>(
    ({ name, webhook_url, why, url }) => ({
      subject: 'A webhook was switched off',
      paragraphs: [
        `Hello ${name},`,
        `The webhook to ${webhook_url} was switched off, because ${why}.`,
        'What happens from now on is kept back from it. Switch it on again once the receiver works; what waits is then delivered.',
      ],
      button: { label: 'Open the webhook', url },
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'webhooks/mails': { mails: typeof mails }
  }
}
