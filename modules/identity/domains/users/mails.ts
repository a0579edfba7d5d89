import { template } from '@powernode/server/platform/mail/templates.ts'
import { shorten } from '@powernode/server/platform/mail/words.ts'
import { type Circumstances, factsOf } from '../sessions/circumstances.ts'

/** Emails queued by an earlier version have no account name. */
const inAccount = (name: string) => (name ? ` in ${name}` : '')

/** Email templates of the domain. */
export const mails = {
  verify_email: template<{ name: string; account_name: string; url: string }>(
    ({ name, account_name, url }) => ({
      subject: 'Confirm your email address',
      name,
      paragraphs: [
        `Please confirm that this address is yours and that you use it${inAccount(account_name)}.`,
        'If another user entered this address without confirming it, it is removed from that user when you confirm.',
      ],
      button: { label: 'Confirm address', url },
      footnote: 'The link works for 24 hours. If you did not sign up, ignore this email.',
      why: `You get this email because this address was entered for a user${inAccount(account_name)}.`,
    }),
  ),
  set_password: template<{
    name: string
    account_name: string
    url: string
    role?: string
    roles?: string
  }>(({ name, account_name, url, role, roles }, { system_name }) => ({
    subject: `You were added to ${shorten(account_name, 50)}`,
    name,
    paragraphs: [
      `You now have access to ${account_name} on ${system_name}. Choose a password to sign in.`,
    ],
    facts: { Account: account_name, Role: role, Roles: roles },
    button: { label: 'Choose a password', url },
    footnote: 'The link works for 24 hours. After that, use “Forgot password” on the sign-in page.',
    why: `You get this email because an administrator of ${account_name} added you.`,
  })),
  /** `changed_by` is the administrator who changed it; undefined if it was the user. */
  email_changed: template<Circumstances & { name: string; new_email: string; changed_by?: string }>(
    ({ name, new_email, changed_by, ...circumstances }) => ({
      subject: 'Your email address was changed',
      name,
      paragraphs: [`You now sign in with ${new_email}. This address no longer works.`],
      facts: { 'New address': new_email, 'Changed by': changed_by, ...factsOf(circumstances) },
      advice: [
        changed_by
          ? 'If you did not expect this, contact your administrator.'
          : 'If this was not you, contact your administrator at once: someone else may be using your account.',
      ],
      why: 'You get this email because this was your address until now.',
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'users/mails': { mails: typeof mails }
  }
}
