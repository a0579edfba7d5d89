import { template } from '@powernode/server/platform/mail/templates.ts'

/** Email templates of the domain. */
export const mails = {
  invitation: template<{ account_name: string; inviter: string; message: string; url: string }>(
    ({ account_name, inviter, message, url }) => ({
      subject: `${inviter} invites you to ${account_name}`,
      paragraphs: ['Hello,', `${inviter} invites you to work in ${account_name}.`, message].filter(
        Boolean,
      ),
      button: { label: 'Accept the invitation', url },
      footnote: 'The link works for seven days. If you do not know the sender, ignore this email.',
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'invitations/mails': { mails: typeof mails }
  }
}
