import { template } from '@powernode/server/platform/mail/templates.ts'

/** Email templates of the domain. */
export const mails = {
  passkey_changed: template<{ name: string; passkey: string; change: 'added' | 'removed' }>(
    ({ name, passkey, change }) => ({
      subject: `A passkey was ${change}`,
      paragraphs: [
        `Hello ${name},`,
        change === 'added'
          ? `The passkey “${passkey}” was added to your account. It can sign in without a password or code.`
          : `The passkey “${passkey}” was removed from your account. It can no longer sign in.`,
        'If this was not you, reset your password immediately, choose to remove your passkeys, and contact your administrator.',
      ],
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'passkeys/mails': { mails: typeof mails }
  }
}
