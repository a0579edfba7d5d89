import { template } from '@powernode/server/platform/mail/templates.ts'

/** `url` may be empty; `one_click_url` is for mail programs, which send to it without showing a page. */
type NotificationVariables = {
  name: string
  title: string
  message: string
  url: string
  /** What the kind of notification is called. */
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
      footnote: `You get mails about “${kind}”. Choose what you are told of under Notifications.`,
      leave: { label: 'No more mails like this', url: unsubscribe_url },
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'notifications/mails': { mails: typeof mails }
  }
}
