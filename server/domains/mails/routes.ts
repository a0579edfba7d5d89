import { resource } from '../../platform/http/resource.ts'
import { Nothing } from '../../platform/http/shapes.ts'
import {
  Delivery,
  listMails,
  Mail,
  MailBody,
  MailFilters,
  Outgoing,
  readMail,
  readOutgoing,
  recordDelivery,
} from './mail.ts'

/** Admin → Mailbox. */
export const mailbox = resource('/admin/mails', (r) => {
  r.list(
    '/',
    {
      can: 'admin.mails.read',
      of: Mail,
      query: MailFilters,
      sorts: ['-created_at'],
      summary: 'Mail this server sent or captured',
    },
    ({ ctx, page, query }) => listMails(ctx, page, query),
  )
  r.get(
    '/:id',
    { can: 'admin.mails.read', of: MailBody, summary: 'One mail, rendered' },
    ({ ctx, id }) => readMail(ctx, id),
  )
})

/** What the worker needs to deliver. */
export const outgoing = resource('/internal/mails', (r) => {
  r.get(
    '/:id',
    { can: 'system.jobs.process', of: Outgoing, summary: 'A mail and how to send it' },
    ({ ctx, id }) => readOutgoing(ctx, id),
  )
  r.patch(
    '/:id',
    {
      can: 'system.jobs.process',
      body: Delivery,
      of: Nothing,
      summary: 'Report how the delivery ended',
      says: 'Delivery recorded',
    },
    ({ ctx, id, body }) => recordDelivery(ctx, id, body),
  )
})
