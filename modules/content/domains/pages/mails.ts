import { template } from '@powernode/server/platform/mail/templates.ts'

/** Email templates of the domain. */
export const mails = {
  page_taken_down: template<{
    name: string
    title: string
    reason: string
    account_name: string
    time: string
    url: string
  }>(({ name, title, reason, account_name, time, url }) => ({
    subject: 'A page was taken down',
    name,
    paragraphs: [
      `An administrator of this server took down the page “${title}”. Visitors no longer see it, and it cannot be published.`,
      'Write to the administrator if you think this is a mistake.',
    ],
    facts: { Reason: reason, Account: account_name, When: time },
    button: { label: 'Open the page', url },
    why: `You get this email because you are an owner of ${account_name}.`,
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'pages/mails': { mails: typeof mails }
  }
}
