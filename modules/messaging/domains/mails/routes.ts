import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { MailDelivery, OutgoingMail, readOutgoing, recordDelivery } from './delivery.ts'
import { listMails, Mail, MailBody, MailFilters, readMail } from './mail.ts'
import { resendMail } from './resend.ts'

/** Admin → Mailbox. */
export const mailbox = resource(
  '/admin/mails',
  'Emails that this server sent or will send',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.mails.read',
        of: Mail,
        query: MailFilters,
        sorts: ['-created_at'],
        summary: 'List emails with their delivery status',
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
        summary: 'Get an email, rendered with its links',
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
        summary: 'Resend a deferred, failed or captured email',
        says: 'Email enqueued',
        fails: ['invalid_transition'],
      },
      ({ ctx, id }) => resendMail(ctx, id),
    )
  },
)

/** Used by the job `deliver_mail`. */
export const internalMails = resource('/internal/mails', 'Delivery of emails by workers', (r) => {
  r.get(
    '/:id',
    {
      can: 'system.jobs.process',
      of: OutgoingMail,
      summary: 'Get an email to send, and its mail server',
    },
    ({ ctx, id }) => readOutgoing(ctx, id),
  )
  r.patch(
    '/:id',
    {
      can: 'system.jobs.process',
      body: MailDelivery,
      of: Empty,
      summary: 'Report the result of a delivery attempt',
      says: 'Result recorded',
    },
    ({ ctx, id, body }) => recordDelivery(ctx, id, body),
  )
})
