import { template } from '@powernode/server/platform/mail/templates.ts'

/** `url` may be empty. `one_click_url` is for mail clients, which send a POST request to it without opening a page. */
type NotificationVariables = {
  name: string
  title: string
  message: string
  url: string
  /** Label of the kind of notification. */
  kind: string
  unsubscribe_url: string
  one_click_url: string
}

/** Email templates of the domain. */
export const mails = {
  notification: template<NotificationVariables>(
    ({ name, title, message, url, kind, unsubscribe_url }) => ({
      subject: title,
      paragraphs: [`Hello ${name},`, message],
      ...(url && { button: { label: 'Open', url } }),
      footnote: `You get emails about “${kind}”. Change your preferences under Notifications.`,
      leave: { label: 'Unsubscribe from emails like this', url: unsubscribe_url },
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'notifications/mails': { mails: typeof mails }
  }
}
