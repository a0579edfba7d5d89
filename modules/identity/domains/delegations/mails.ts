import { template } from '@powernode/server/platform/mail/templates.ts'

/** The mails of the domain: their variables, and what they say. */
export const mails = {
  delegation: template<{ name: string; account_name: string; url: string }>(
    ({ name, account_name, url }) => ({
      subject: `You can now work in ${account_name}`,
      paragraphs: [
        `Hello ${name},`,
        `You were given rights in ${account_name}. Switch to it from the menu with your name.`,
      ],
      button: { label: 'Sign in', url },
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'delegations/mails': { mails: typeof mails }
  }
}
