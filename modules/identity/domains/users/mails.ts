import { template } from '@powernode/server/platform/mail/templates.ts'

/** Emails queued by an earlier version have no account name. */
const inAccount = (name: string) => (name ? ` in ${name}` : '')

/** Email templates of the domain. */
export const mails = {
  verify_email: template<{ name: string; account_name: string; url: string }>(
    ({ name, account_name, url }) => ({
      subject: 'Confirm your email address',
      paragraphs: [
        `Hello ${name},`,
        `Please confirm that this address is yours and that you use it${inAccount(account_name)}.`,
        'If another user entered this address without confirming it, it is removed from that user when you confirm.',
      ],
      button: { label: 'Confirm address', url },
      footnote: 'The link works for 24 hours. If you did not sign up, ignore this email.',
    }),
  ),
  set_password: template<{ name: string; account_name: string; url: string }>(
    ({ name, account_name, url }) => ({
      subject: `You have been added to ${account_name}`,
      paragraphs: [
        `Hello ${name},`,
        `You now have access to ${account_name}. Choose a password to sign in.`,
      ],
      button: { label: 'Choose a password', url },
      footnote:
        'The link works for 24 hours. After that, use “Forgot password” on the sign-in page.',
    }),
  ),
  email_changed: template<{ name: string; new_email: string }>(({ name, new_email }) => ({
    subject: 'Your email address was changed',
    paragraphs: [
      `Hello ${name},`,
      `Your account now uses ${new_email}. You can no longer sign in with this address.`,
      'If this was not you, contact your administrator immediately.',
    ],
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'users/mails': { mails: typeof mails }
  }
}
