import { template } from '@powernode/server/platform/mail/templates.ts'

/** Email templates of the domain. */
export const mails = {
  impersonated: template<{ name: string; impersonator: string; reason: string }>(
    ({ name, impersonator, reason }) => ({
      subject: 'Your user is being impersonated',
      paragraphs: [
        `Hello ${name},`,
        `${impersonator} started to impersonate you. Reason: ${reason}`,
        'The audit log records everything they do under both names.',
      ],
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'impersonations/mails': { mails: typeof mails }
  }
}
