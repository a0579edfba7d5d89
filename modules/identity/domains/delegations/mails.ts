import { template } from '@powernode/server/platform/mail/templates.ts'

/** Email templates of the domain. */
export const mails = {
  delegation: template<{ name: string; account_name: string; url: string }>(
    ({ name, account_name, url }) => ({
      subject: `You can now work in ${account_name}`,
      paragraphs: [
        `Hello ${name},`,
        `You were given access to ${account_name}. Switch to it in your user menu.`,
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
