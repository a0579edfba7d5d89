import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Dictionary,
  Id,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import { inAccountOfClock } from './clock_row.ts'
import { requireTestClocks } from './test_clock.ts'

export const TestClockEntry = Shape('TestClockEntry', {
  id: Id('The event or mail'),
  kind: Choice(['event', 'mail'], 'What it is'),
  type: Text(100, {
    description: 'Type of the event, or template of the mail',
    examples: ['invoice.paid'],
  }),
  subject: Nullable(Text(500, { description: 'Subject of a mail' })),
  data: Dictionary('What the event says', [{ status: 'active' }]),
  billing_time: Time('The billing time at which it happened'),
  created_at: Time('When it happened in real time'),
})

/** What happened to the billing of the account since it has the clock: events, and mails about billing, the newest first. */
export async function listTimeline(ctx: PlatformCtx, id: string, page: PageRequest) {
  requireTestClocks(ctx)
  const all = ctx.acrossAccounts('admin.test_clocks.read')
  const clock = all.selectFrom('test_clocks').where('id', '=', id).where('ended_at', 'is', null)
  const [accountId, began] = [clock.select('account_id'), clock.select('created_at')]
  const events = all
    .selectFrom('events')
    .select(['id', 'type', 'data', 'created_at'])
    .select([
      sql<'event' | 'mail'>`'event'`.as('kind'),
      sql<string | null>`null::text`.as('subject'),
    ])
    .where('account_id', '=', accountId)
    .where('created_at', '>=', began)
    .where(sql<boolean>`split_part(type, '.', 1) in ('subscription', 'invoice', 'payment', 'credit_note',
      'dunning', 'refund', 'dispute', 'payment_method')`)
  const mails = all
    .selectFrom('mails')
    .select(['id', 'template as type', sql<Record<string, unknown>>`'{}'::jsonb`.as('data')])
    .select(['created_at', sql<'event' | 'mail'>`'mail'`.as('kind'), 'subject'])
    .where('account_id', '=', accountId)
    .where('created_at', '>=', began)
  const query = ctx.db
    .selectFrom(events.unionAll(mails).as('happened'))
    .selectAll()
    .select(
      sql<Date>`coalesce((select billing_time from test_clock_stops s where s.test_clock_id = ${id}
        and s.stopped_at <= happened.created_at order by stopped_at desc limit 1), created_at)`.as(
        'billing_time',
      ),
    )
  const timeline = await paginate(ctx, query, page, 'happened')
  if (timeline.rows.length === 0) await inAccountOfClock(ctx, id)
  return timeline
}
