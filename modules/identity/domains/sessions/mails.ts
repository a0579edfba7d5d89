import { template } from '@powernode/server/platform/mail/templates.ts'

/** Emails queued by an earlier version have no account name. */
const inAccount = (name: string) => (name ? ` in ${name}` : '')

/** Email templates of the domain. */
export const mails = {
  /** `unconfirmed_since` is the date on which the address was set; empty if it is confirmed. */
  reset_password: template<{
    name: string
    account_name: string
    unconfirmed_since: string
    url: string
  }>(({ name, account_name, unconfirmed_since, url }) => ({
    subject: 'Reset your password',
    paragraphs: [
      `Hello ${name},`,
      `Someone asked to reset the password of your Powernode account${inAccount(account_name)}.`,
      ...(unconfirmed_since
        ? [
            `This address was entered there on ${unconfirmed_since} and has not been confirmed. You get one email per account with this address: use only the link for the account that you created.`,
          ]
        : []),
    ],
    button: { label: 'Choose a new password', url },
    footnote:
      'The link works once, for one hour. If you did not request it, ignore this email; nothing has changed.',
  })),
  new_device: template<{ name: string; device: string; ip_address: string; time: string }>(
    ({ name, device, ip_address, time }) => ({
      subject: 'New sign-in to your account',
      paragraphs: [
        `Hello ${name},`,
        `Your account was used to sign in on a new device: ${device}, from ${ip_address}, at ${time}.`,
        'If this was you, no action is needed. If not, end that session under Security and change your password.',
      ],
    }),
  ),
  password_changed: template<{ name: string }>(({ name }) => ({
    subject: 'Your password was changed',
    paragraphs: [
      `Hello ${name},`,
      'The password of your account was changed and all other sessions were signed out.',
      'If this was not you, reset your password immediately and contact your administrator.',
    ],
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'sessions/mails': { mails: typeof mails }
  }
}
