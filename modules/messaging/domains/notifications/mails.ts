import { template } from '@powernode/server/platform/mail/templates.ts'

/** `url` may be empty. `one_click_url` is for mail clients, which send a POST request to it without opening a page. */
type NotificationVariables = {
  name: string
  title: string
  message: string
  url: string
  /** Label of the kind of notification. */
  kind: string
  /** Both are empty if emails of the kind cannot be turned off. */
  unsubscribe_url: string
  one_click_url: string
}

/** Email templates of the domain. */
export const mails = {
  notification: template<NotificationVariables>(
    ({ name, title, message, url, kind, unsubscribe_url }, sender) => ({
      subject: title,
      name,
      paragraphs: message.split(/\n+/),
      ...(url && { button: { label: `Open ${sender.system_name}`, url } }),
      why: unsubscribe_url
        ? `You get this email because emails about “${kind}” are on in your notification settings.`
        : `You get this email because emails about “${kind}” are always sent.`,
      links: [
        { label: 'Notification settings', url: `${sender.url}/notifications/preferences` },
        ...(unsubscribe_url ? [{ label: 'Unsubscribe', url: unsubscribe_url }] : []),
      ],
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'notifications/mails': { mails: typeof mails }
  }
}
