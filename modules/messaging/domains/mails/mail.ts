import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { matchesWordStart } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Day,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type TemplateName, templateNames } from '@powernode/server/platform/mail/templates.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { BODY_DELETED, hasBody } from './bodies.ts'
import { render } from './rendering.ts'

const Status = Choice(
  ['queued', 'deferred', 'sent', 'captured', 'failed'],
  'Deferred: refused temporarily and retried. Captured: no SMTP server is configured, so it can only be read here',
)

export const Mail = Shape('Mail', {
  id: Id(),
  template: Choice(templateNames, 'Name of the template'),
  to_address: Text(254, { description: 'Recipient', examples: ['ada@example.com'] }),
  subject: Text(200, { description: 'Subject line' }),
  status: Status,
  error: Nullable(Text(1000, { description: 'Error of the last attempt' })),
  attempt_count: Count('Attempts since it was last enqueued', [1]),
  attempted_at: Nullable(Time('Time of the last attempt')),
  next_attempt_at: Nullable(Time('Time of the next attempt')),
  created_at: Time('When it was created'),
  sent_at: Nullable(Time('When it was delivered to the mail server, or captured')),
})

export const MailBody = Shape('MailBody', {
  ...Mail.properties,
  html: Type.String({ description: 'HTML body, or a notice that it is no longer stored' }),
  text: Type.String({ description: 'Plain text body, or a notice that it is no longer stored' }),
})

export const MailFilters = {
  search: Text(100, { description: 'Part of the address or subject' }),
  status: Status,
  date_from: Day('First day of creation, UTC'),
}

type Filters = QueryValues<typeof MailFilters>

export function listMails(ctx: Ctx, page: PageRequest, { search, status, date_from }: Filters) {
  let query = selectMails(ctx)
  if (status) query = query.where('status', '=', status)
  if (date_from) query = query.where('created_at', '>=', date_from)
  if (search) {
    query = query.where((eb) =>
      eb.or([
        matchesWordStart(eb.ref('to_address'), search),
        matchesWordStart(eb.ref('subject'), search),
      ]),
    )
  }
  return paginate(ctx, query, page, 'mails')
}

export async function readMail(ctx: Ctx, id: string): Promise<Static<typeof MailBody>> {
  const row = await selectMails(ctx)
    .select('sealed_variables')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw fail.notFound('mail')
  const { sealed_variables, ...mail } = row
  const body = hasBody(sealed_variables)
    ? render(ctx, mail.template, sealed_variables)
    : { html: `<html><head></head><body>${BODY_DELETED}</body></html>`, text: BODY_DELETED }
  return { ...mail, ...body }
}

function selectMails(ctx: Ctx) {
  return ctx
    .acrossAccounts('admin.mails.read')
    .selectFrom('mails')
    .select([
      'id',
      'to_address',
      'subject',
      'status',
      'error',
      'attempt_count',
      'attempted_at',
      'next_attempt_at',
      'created_at',
      'sent_at',
      sql<TemplateName>`template`.as('template'),
    ])
}
