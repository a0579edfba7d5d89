import { template } from '@powernode/server/platform/mail/templates.ts'
import { type Circumstances, factsOf } from './circumstances.ts'

/** Emails queued by an earlier version have no account name. */
const inAccount = (name: string) => (name ? ` in ${name}` : '')

/** Email templates of the domain. */
export const mails = {
  /** `unconfirmed_since` is the date on which the address was set; empty if it is confirmed. */
  reset_password: template<
    Circumstances & { name: string; account_name: string; unconfirmed_since: string; url: string }
  >(({ name, unconfirmed_since, url, ...circumstances }, { system_name }) => ({
    subject: 'Reset your password',
    name,
    paragraphs: [
      `Someone asked to reset your ${system_name} password${inAccount(circumstances.account_name)}.`,
      ...(unconfirmed_since
        ? [
            `This address was entered there on ${unconfirmed_since} and has not been confirmed. You get one email per account with this address: use only the link for the account that you created.`,
          ]
        : []),
    ],
    facts: factsOf(circumstances),
    button: { label: 'Choose a new password', url },
    footnote:
      'The link works once, for one hour. If this was not you, ignore this email: your password stays the same.',
    why: 'You get this email because someone asked for a link to reset your password.',
  })),
  new_device: template<
    Circumstances & { name: string; device: string; ip_address: string; time: string }
  >(({ name, ...circumstances }, { url }) => ({
    subject: `New sign-in from ${circumstances.device}`,
    name,
    preheader: `${circumstances.time}, from ${circumstances.ip_address}`,
    paragraphs: ['Someone signed in as you on a device that you have not used before.'],
    facts: factsOf(circumstances),
    advice: [
      'If this was you, there is nothing to do. If not, end that session and change your password now.',
    ],
    button: { label: 'Review your sessions', url: `${url}/security` },
    why: 'You get this email after each sign-in from a new device. It cannot be turned off.',
  })),
  password_changed: template<Circumstances & { name: string }>(
    ({ name, ...circumstances }, { url }) => ({
      subject: 'Your password was changed',
      name,
      paragraphs: ['Your password was changed, and all your other sessions were signed out.'],
      facts: factsOf(circumstances),
      advice: [
        'If this was you, there is nothing to do. If not, reset your password now and tell your administrator.',
      ],
      button: { label: 'Reset your password', url: `${url}/forgot-password` },
      why: 'You get this email after each change of your password. It cannot be turned off.',
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'sessions/mails': { mails: typeof mails }
  }
}
