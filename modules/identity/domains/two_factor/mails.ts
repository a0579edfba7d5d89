import { template } from '@powernode/server/platform/mail/templates.ts'
import { type Circumstances, factsOf } from '../sessions/circumstances.ts'

/** Email templates of the domain. */
export const mails = {
  two_factor_changed: template<Circumstances & { name: string; state: string }>(
    ({ name, state, ...circumstances }, { url }) => ({
      subject: `Two-factor authentication was turned ${state}`,
      name,
      paragraphs: [
        state === 'on'
          ? 'From now on, you need a code from your authenticator app to sign in.'
          : 'From now on, you can sign in without a code from your authenticator app.',
      ],
      facts: factsOf(circumstances),
      advice: [
        'If this was you, there is nothing to do. If not, reset your password now and tell your administrator.',
      ],
      button: { label: 'Reset your password', url: `${url}/forgot-password` },
      why: 'You get this email after each change of your two-factor authentication.',
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'two_factor/mails': { mails: typeof mails }
  }
}
