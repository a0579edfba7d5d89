import { template } from '@powernode/server/platform/mail/templates.ts'

/** The mails of the domain: their variables, and what they say. */
export const mails = {
  two_factor_changed: template<{ name: string; state: string }>(({ name, state }) => ({
    subject: `Two-factor sign-in is now ${state}`,
    paragraphs: [
      `Hello ${name},`,
      `Two-factor sign-in of your account was just turned ${state}.`,
      'If this was not you, reset your password at once and tell your administrator.',
    ],
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'two_factor/mails': { mails: typeof mails }
  }
}
