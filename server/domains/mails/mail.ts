import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import type { Ctx, PlatformCtx } from '../../platform/db/context.ts'
import { mentions } from '../../platform/db/database.ts'
import { fail } from '../../platform/http/fail.ts'
import { type Page, paginate } from '../../platform/http/paging.ts'
import { Choice, Id, Nullable, Secret, Shape, Text, Time } from '../../platform/http/shapes.ts'
import { renderMail, type TemplateName, templates } from '../../platform/mail/templates.ts'

const templateNames = Object.keys(templates) as TemplateName[]
const Status = Choice(
  ['queued', 'sent', 'captured', 'failed'],
  'Captured means that no SMTP server is set, so it can only be read here',
)

export const Mail = Shape({
  id: Id(),
  template: Choice(templateNames, 'What it is'),
  to_address: Text(254, { description: 'Who gets it', examples: ['ada@example.com'] }),
  subject: Text(200, { description: 'Subject line' }),
  status: Status,
  error: Nullable(Text(1000, { description: 'Why the last try failed' })),
  created_at: Time('When it was queued'),
  sent_at: Nullable(Time('When it was handed over')),
})

export const MailBody = Shape({
  ...Mail.properties,
  html: Type.String({ description: 'HTML body' }),
  text: Type.String({ description: 'Plain text body' }),
})

export const MailFilters = {
  search: Text(100, { description: 'Part of the address or subject' }),
  status: Status,
}

export const Outgoing = Shape({
  id: Id(),
  from: Type.String({ description: 'Sender' }),
  to: Type.String({ description: 'Recipient' }),
  subject: Type.String({ description: 'Subject line' }),
  html: Type.String({ description: 'HTML body' }),
  text: Type.String({ description: 'Plain text body' }),
  delivered: Type.Boolean({ description: 'Already handed over: do not send again' }),
  smtp_url: Nullable(
    Secret('Server to hand it to; null means capture it', 'smtp://user:pass@smtp.example.com'),
  ),
  one_click_url: Nullable(
    Secret(
      'Where mail programs end mails of its kind; null for mails that must come',
      'https://powernode.example.com/api/v1/notifications/unsubscribe?token=…',
    ),
  ),
})

export const Delivery = Shape({
  status: Choice(['sent', 'captured', 'failed'], 'How it ended'),
  error: Type.Optional(Text(1000, { description: 'Why it failed' })),
})

type Filters = { search?: string; status?: Static<typeof Status> }

export function listMails(ctx: Ctx, page: Page, { search, status }: Filters) {
  let query = selectMails(ctx)
  if (status) query = query.where('status', '=', status)
  if (search) {
    query = query.where((eb) =>
      eb.or([mentions(eb.ref('to_address'), search), mentions(eb.ref('subject'), search)]),
    )
  }
  return paginate(query, page, 'mails')
}

export async function readMail(ctx: Ctx, id: string): Promise<Static<typeof MailBody>> {
  const row = await selectMails(ctx)
    .select('sealed_variables')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw fail.notFound('mail')
  const { sealed_variables, ...mail } = row
  return { ...mail, ...render(ctx, mail.template, sealed_variables) }
}

export async function readOutgoing(ctx: PlatformCtx, id: string): Promise<Static<typeof Outgoing>> {
  const mail = await ctx
    .acrossAccounts()
    .selectFrom('mails')
    .select(['id', 'template', 'to_address', 'sealed_variables', 'status'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!mail) throw fail.notFound('mail')
  const { MAIL_FROM, SMTP_URL } = ctx.platform.config
  return {
    id,
    from: MAIL_FROM,
    to: mail.to_address,
    ...render(ctx, mail.template as TemplateName, mail.sealed_variables),
    one_click_url: variablesOf(ctx, mail.sealed_variables).one_click_url ?? null,
    delivered: mail.status === 'sent' || mail.status === 'captured',
    smtp_url: SMTP_URL ?? null,
  }
}

/** A mail that was handed over stays so: a late report of a failed try changes nothing. */
export async function recordDelivery(
  ctx: PlatformCtx,
  id: string,
  { status, error }: Static<typeof Delivery>,
): Promise<void> {
  const mail = await ctx
    .acrossAccounts()
    .updateTable('mails')
    .set({ error: error ?? null })
    .set((eb) => ({
      status: sql<
        typeof status
      >`case when ${eb.ref('status')} in ('sent', 'captured') then ${eb.ref('status')} else ${status} end`,
      sent_at: sql<Date | null>`coalesce(${eb.ref('sent_at')}, ${status === 'failed' ? null : ctx.now()}::timestamptz)`,
    }))
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!mail) throw fail.notFound('mail')
  ctx.platform.metrics.mailEnded(status)
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
      'created_at',
      'sent_at',
      sql<TemplateName>`template`.as('template'),
    ])
}

function render(ctx: PlatformCtx, template: TemplateName, sealed: Buffer) {
  const variables = variablesOf(ctx, sealed) as never
  return renderMail(template, variables, ctx.platform.settings.values)
}

function variablesOf({ platform }: PlatformCtx, sealed: Buffer): Record<string, string> {
  return JSON.parse(platform.vault.open(sealed).toString())
}
