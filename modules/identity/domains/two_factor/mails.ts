import { template } from '@powernode/server/platform/mail/templates.ts'

/** Email templates of the domain. */
export const mails = {
  two_factor_changed: template<{ name: string; state: string }>(({ name, state }) => ({
    subject: `Two-factor sign-in is ${state}`,
    paragraphs: [
      `Hello ${name},`,
      `Two-factor sign-in of your account was turned ${state}.`,
      'If this was not you, reset your password immediately and contact your administrator.',
    ],
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'two_factor/mails': { mails: typeof mails }
  }
}
