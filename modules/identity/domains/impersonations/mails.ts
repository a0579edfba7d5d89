import { template } from '@powernode/server/platform/mail/templates.ts'

/** The mails of the domain: their variables, and what they say. */
export const mails = {
  impersonated: template<{ name: string; impersonator: string; reason: string }>(
    ({ name, impersonator, reason }) => ({
      subject: 'Somebody is acting as you',
      paragraphs: [
        `Hello ${name},`,
        `${impersonator} has begun to act as you, for this reason: ${reason}`,
        'Everything they do is in the audit log under both names.',
      ],
    }),
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'impersonations/mails': { mails: typeof mails }
  }
}
