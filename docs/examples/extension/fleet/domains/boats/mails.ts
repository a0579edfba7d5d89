import { template } from '@powernode/server/platform/mail/templates.ts'

export const mails = {
  boat_painted: template<{ name: string; boat: string; url: string }>(({ name, boat, url }) => ({
    subject: `${boat} was painted`,
    name,
    paragraphs: [`Your boat ${boat} was painted.`],
    button: { label: 'Open boats', url },
    why: 'You get this email because you are an owner of the account.',
  })),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'boats/mails': { mails: typeof mails }
  }
}
