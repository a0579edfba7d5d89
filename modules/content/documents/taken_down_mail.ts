import { template } from '@powernode/server/platform/mail/templates.ts'

type Variables = {
  name: string
  title: string
  reason: string
  account_name: string
  time: string
  url: string
}

/** The mail to the owners of a page or article that an administrator took down. */
export const takenDownMail = (noun: 'page' | 'article') =>
  template<Variables>(({ name, title, reason, account_name, time, url }) => ({
    subject: `${noun === 'page' ? 'A page' : 'An article'} was taken down`,
    name,
    paragraphs: [
      `An administrator of this server took down the ${noun} “${title}”. Visitors no longer see it, and it cannot be published.`,
      'Write to the administrator if you think this is a mistake.',
    ],
    facts: { Reason: reason, Account: account_name, When: time },
    button: { label: `Open the ${noun}`, url },
    why: `You get this email because you are an owner of ${account_name}.`,
  }))
