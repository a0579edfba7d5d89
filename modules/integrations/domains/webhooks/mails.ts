import { template } from '@powernode/server/platform/mail/templates.ts'

/** Email templates of the domain. */
export const mails = {
  webhook_disabled: template<{ name: string; webhook_url: string; why: string; url: string }>(
    ({ name, webhook_url, why, url }) => ({
      subject: 'A webhook was disabled',
      paragraphs: [
        `Hello ${name},`,
        `The webhook to ${webhook_url} was disabled because ${why}.`,
        'New events are not sent to it. Enable it again when the receiver works; pending deliveries are then sent.',
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
