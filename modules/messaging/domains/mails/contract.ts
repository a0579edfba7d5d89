import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'admin.mails.read': { description: 'Read the emails this server sends' },
    'admin.mails.update': { description: 'Resend emails' },
  },
  jobs: {
    deliver_mail: {
      input: Type.Object({
        mail_id: Type.String({ format: 'uuid' }),
        /** Number of times the mail was enqueued; jobs of earlier turns do nothing. Absent in jobs of older versions. */
        turn: Type.Optional(Type.Integer({ minimum: 1 })),
      }),
      queue: 'email',
      retries: 8,
      timeoutSeconds: 300,
    },
  },
  queues: {
    email: { weight: 2 },
  },
  audit: {
    'mail.sent_again': { risk: 'low', of: ['admin'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    mails: typeof contract
  }
}
