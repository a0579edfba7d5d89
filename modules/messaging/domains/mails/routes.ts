import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { MailDelivery, Outgoing, readOutgoing, recordDelivery } from './delivery.ts'
import { listMails, Mail, MailBody, MailFilters, readMail } from './mail.ts'
import { resendMail } from './resend.ts'

/** Admin → Mailbox. */
export const mailbox = resource(
  '/admin/mails',
  'Mail that the installation sent or is to send',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.mails.read',
        of: Mail,
        query: MailFilters,
        sorts: ['-created_at'],
        summary: 'Mail this server wrote, and what became of it',
      },
      ({ ctx, page, query }) => listMails(ctx, page, query),
    )
    r.get(
      '/:id',
      {
        can: 'admin.mails.read',
        notImpersonating: true,
        of: MailBody,
        secret: true,
        summary: 'One mail, rendered with the links in it',
      },
      ({ ctx, id }) => readMail(ctx, id),
    )
    r.post(
      '/:id/send_again',
      {
        can: 'admin.mails.update',
        notImpersonating: true,
        of: MailBody,
        secret: true,
        status: 200,
        summary: 'Send a mail that waits, failed or was captured, now',
        says: 'Mail is queued again',
        fails: ['invalid_transition'],
      },
      ({ ctx, id }) => resendMail(ctx, id),
    )
  },
)

/** What the worker needs to deliver. */
export const outgoing = resource('/internal/mails', 'Delivery of mail by workers', (r) => {
  r.get(
    '/:id',
    { can: 'system.jobs.process', of: Outgoing, summary: 'A mail and how to send it' },
    ({ ctx, id }) => readOutgoing(ctx, id),
  )
  r.patch(
    '/:id',
    {
      can: 'system.jobs.process',
      body: MailDelivery,
      of: Empty,
      summary: 'Report how the delivery ended',
      says: 'Delivery recorded',
    },
    ({ ctx, id, body }) => recordDelivery(ctx, id, body),
  )
})
