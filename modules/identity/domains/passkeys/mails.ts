import { template } from '@powernode/server/platform/mail/templates.ts'
import { type Circumstances, factsOf } from '../sessions/circumstances.ts'

/** Email templates of the domain. */
export const mails = {
  passkey_changed: template<
    Circumstances & { name: string; passkey: string; change: 'added' | 'removed' }
  >(({ name, passkey, change, ...circumstances }, { url }) => ({
    subject: change === 'added' ? 'A passkey was added' : 'A passkey was removed',
    name,
    paragraphs: [
      change === 'added'
        ? 'A passkey was added to your profile. It can be used to sign in without a password or code.'
        : 'A passkey was removed from your profile. It can no longer be used to sign in.',
    ],
    facts: { Passkey: passkey, ...factsOf(circumstances) },
    advice: [
      'If this was you, there is nothing to do. If not, reset your password now, choose to remove your passkeys, and tell your administrator.',
    ],
    button: { label: 'Reset your password', url: `${url}/forgot-password` },
    why: 'You get this email after each change of your passkeys. It cannot be turned off.',
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'passkeys/mails': { mails: typeof mails }
  }
}
