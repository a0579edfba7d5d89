import { template } from '@powernode/server/platform/mail/templates.ts'

/** The mails of the domain: their variables, and what they say. */
export const mails = {
  passkey_changed: template<{ name: string; passkey: string; change: 'added' | 'removed' }>(
    ({ name, passkey, change }) => ({
      subject: `A passkey was ${change}`,
      paragraphs: [
        `Hello ${name},`,
        change === 'added'
          ? `The passkey “${passkey}” was just added to your account. It signs in without a password or a code.`
          : `The passkey “${passkey}” was just removed from your account. It no longer signs in.`,
        'If this was not you, reset your password at once, remove your passkeys with it, and tell your administrator.',
      ],
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'passkeys/mails': { mails: typeof mails }
  }
}
