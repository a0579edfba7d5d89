import { template } from '@powernode/server/platform/mail/templates.ts'
import { shorten } from '@powernode/server/platform/mail/words.ts'

/** The subject contains two names. */
const MAX_NAME = 30

/** Email templates of the domain. */
export const mails = {
  /** If no user invited, `inviter` is the name of the account and there is no `inviter_email`. */
  invitation: template<{
    account_name: string
    inviter: string
    message: string
    url: string
    name?: string
    inviter_email?: string
    role?: string
    roles?: string
    until?: string
  }>(({ account_name, inviter, inviter_email, ...invitation }, { system_name }) => {
    const { message, url, name, role, roles, until } = invitation
    const account = shorten(account_name, MAX_NAME)
    const byUser = Boolean(inviter_email) || inviter !== account_name
    const sender = inviter_email ? `${inviter} (${inviter_email})` : inviter
    return {
      subject: byUser
        ? `${shorten(inviter, MAX_NAME)} invites you to ${account}`
        : `You are invited to ${account}`,
      name,
      paragraphs: [
        byUser
          ? `${sender} invites you to work in ${account_name} on ${system_name}.`
          : `You are invited to work in ${account_name} on ${system_name}.`,
      ],
      quote: message,
      facts: { Account: account_name, Role: role, Roles: roles, 'Valid until': until },
      button: { label: 'Accept the invitation', url },
      footnote: until
        ? 'If you do not know the sender, ignore this email.'
        : 'The link works for seven days. If you do not know the sender, ignore this email.',
      why: `You get this email because ${byUser ? inviter : account_name} entered your address.`,
    }
  }),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'invitations/mails': { mails: typeof mails }
  }
}
