import { template } from '@powernode/server/platform/mail/templates.ts'

/** Mails that an earlier version queued name no account. */
const inAccount = (name: string) => (name ? ` in ${name}` : '')

/** The mails of the domain: their variables, and what they say. */
export const mails = {
  /** `unconfirmed_since` is the day the account was given the address, empty where it was confirmed. */
  reset_password: template<{
    name: string
    account_name: string
    unconfirmed_since: string
    url: string
  }>(({ name, account_name, unconfirmed_since, url }) => ({
    subject: 'Reset your password',
    paragraphs: [
      `Hello ${name},`,
      `Somebody, hopefully you, asked for a new password${inAccount(account_name)}.`,
      ...(unconfirmed_since
        ? [
            `That account was given this address on ${unconfirmed_since}, and nobody has confirmed it yet. There is a mail for every such account: use the link of the one that you made, and no other.`,
          ]
        : []),
    ],
    button: { label: 'Choose a new password', url },
    footnote: 'The link works once, for one hour. If it was not you, nothing has changed.',
  })),
  new_device: template<{ name: string; device: string; ip_address: string; time: string }>(
    ({ name, device, ip_address, time }) => ({
      subject: 'New sign-in to your account',
      paragraphs: [
        `Hello ${name},`,
        `Your account was signed in to from a device that we have not seen before: ${device}, from ${ip_address}, at ${time}.`,
        'If this was you, there is nothing to do. If not, end that session under Security and change your password.',
      ],
    }),
  ),
  password_changed: template<{ name: string }>(({ name }) => ({
    subject: 'Your password was changed',
    paragraphs: [
      `Hello ${name},`,
      'The password of your account was just changed and all other sessions were signed out.',
      'If this was not you, reset your password at once and tell your administrator.',
    ],
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'sessions/mails': { mails: typeof mails }
  }
}
