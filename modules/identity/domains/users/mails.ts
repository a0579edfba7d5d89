import { template } from '@powernode/server/platform/mail/templates.ts'

/** Mails that an earlier version queued name no account. */
const inAccount = (name: string) => (name ? ` in ${name}` : '')

/** The mails of the domain: their variables, and what they say. */
export const mails = {
  verify_email: template<{ name: string; account_name: string; url: string }>(
    ({ name, account_name, url }) => ({
      subject: 'Confirm your email address',
      paragraphs: [
        `Hello ${name},`,
        `Please confirm that this address is yours and that you use it${inAccount(account_name)}.`,
        'Confirming makes it yours alone: an account of somebody else that gave this address and never confirmed it loses it.',
      ],
      button: { label: 'Confirm address', url },
      footnote: 'The link works for 24 hours. If you did not sign up there, ignore this mail.',
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
      `Your account now uses ${new_email}. This address no longer signs in.`,
      'If this was not you, tell your administrator at once.',
    ],
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'users/mails': { mails: typeof mails }
  }
}
