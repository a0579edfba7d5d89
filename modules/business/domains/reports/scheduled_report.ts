import { Person, personAt } from '@powernode/modules/identity/domains/users/person.ts'
import {
  type Ctx,
  callingUser,
  type PlatformCtx,
  type Tx,
} from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Changes,
  Choice,
  Id,
  ListOf,
  Nullable,
  type QueryValues,
  Shape,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { AccountName, accountAt } from '../invoices/invoice.ts'
import { ReportName } from './report_request.ts'
import {
  AllAccounts,
  isReportable,
  mayReport,
  nameOfType,
  ReportFormat,
  ReportTypeChoice,
  requireReportable,
} from './report_type.ts'
import { frequencies, nextRunAfter } from './timetable.ts'

const Frequency = Choice(
  frequencies,
  'At 08:00 UTC each day, each Monday or on the first of each month; for the day, seven days or month before',
)
const Status = Choice(['active', 'paused'], 'A paused schedule requests no reports')
const RecipientIds = ListOf(Id('A user of the account'), {
  minItems: 1,
  maxItems: 50,
  description: 'Users of the account who get an email with a link to each file',
  examples: [['019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90']],
})

export const ScheduledReport = Shape('ScheduledReport', {
  id: Id(),
  account: AccountName,
  name: ReportName,
  report_type: ReportTypeChoice,
  format: ReportFormat,
  all_accounts: AllAccounts,
  frequency: Frequency,
  status: Status,
  recipients: ListOf(Person, { description: 'Users who get an email with a link to each file' }),
  created_by: Nullable(Person),
  next_run_at: Time('When it runs next; if that was missed, it runs once, as soon as possible'),
  last_run_at: Nullable(Time('When it last requested a report')),
  created_at: Time('When it was created'),
  updated_at: Time('When it last changed'),
})

export const NewScheduledReport = Shape('NewScheduledReport', {
  name: Type.Optional(ReportName),
  report_type: ReportTypeChoice,
  format: Type.Optional(ReportFormat),
  all_accounts: Type.Optional(AllAccounts),
  frequency: Frequency,
  recipient_ids: RecipientIds,
})

export const ScheduledReportChanges = Changes(
  'ScheduledReportChanges',
  Shape({
    name: ReportName,
    format: ReportFormat,
    frequency: Frequency,
    status: Status,
    recipient_ids: RecipientIds,
  }),
)

export const ScheduledReportFilters = { status: Status, report_type: ReportTypeChoice }

/** The schedules of the account whose reports the caller may see. */
export function listScheduledReports(
  ctx: Ctx,
  page: PageRequest,
  { status, report_type }: QueryValues<typeof ScheduledReportFilters>,
) {
  let query = visible(ctx)
  if (status) query = query.where('status', '=', status)
  if (report_type) query = query.where('report_type', '=', report_type)
  return paginate(ctx, query, page, 'scheduled_reports')
}

/** The schedules of every active account that are due, for workers. */
export function listDueReports(ctx: PlatformCtx, page: PageRequest) {
  const due = ctx
    .acrossAccounts({ because: 'a worker runs the schedules of every account' })
    .selectFrom('scheduled_reports')
    .where('status', '=', 'active')
    .where('next_run_at', '<=', ctx.now())
    .where(
      sql<boolean>`(select a.status from accounts a where a.id = scheduled_reports.account_id) = 'active'`,
    )
  return paginate(ctx, selectSchedules(due), page, 'scheduled_reports')
}

export async function readScheduledReport(ctx: Ctx, id: string) {
  const schedule = await visible(ctx).where('id', '=', id).executeTakeFirst()
  if (!schedule) throw fail.notFound('scheduled_report')
  return schedule
}

/** Schedules a report in the name of the caller: it runs as long as they may request it. */
export async function scheduleReport(ctx: Ctx, input: Static<typeof NewScheduledReport>) {
  const creator = callingUser(ctx)
  if (!creator) throw fail.with('forbidden')
  const { report_type, all_accounts = false, frequency, format = 'csv' } = input
  requireReportable(ctx, { report_type, all_accounts })
  const id = await ctx.transaction(async (tx) => {
    const recipient_ids = await requireMembers(tx, input.recipient_ids)
    const now = tx.now()
    const values = {
      name: input.name ?? `${nameOfType(report_type)}, ${frequency}`,
      ...{ report_type, format, all_accounts, frequency, recipient_ids },
    }
    const created = await tx
      .own('scheduled_reports')
      .insert({
        ...values,
        user_id: creator.userId,
        next_run_at: nextRunAfter(frequency, now),
        created_at: now,
        updated_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.audit('scheduled_report.created', created.id, { new: values })
    return created.id
  })
  return readScheduledReport(ctx, id)
}

/** Changes a schedule. Who activates a paused one takes it over: it then runs in their name. */
export async function changeScheduledReport(
  ctx: Ctx,
  id: string,
  changes: Static<typeof ScheduledReportChanges>,
) {
  const caller = callingUser(ctx)
  if (!caller) throw fail.with('forbidden')
  await ctx.transaction(async (tx) => {
    const before = await lockSchedule(tx, id)
    if (!mayReport(ctx, before)) throw fail.notFound('scheduled_report')
    if (changes.recipient_ids) await requireMembers(tx, changes.recipient_ids)
    const { frequency = before.frequency, status = before.status } = changes
    const isActivated = status === 'active' && before.status === 'paused'
    const isMoved = isActivated || frequency !== before.frequency
    await tx
      .own('scheduled_reports')
      .update({
        ...changes,
        ...(isActivated && { user_id: caller.userId }),
        ...(isMoved && { next_run_at: nextRunAfter(frequency, tx.now()) }),
        updated_at: tx.now(),
      })
      .where('id', '=', id)
      .execute()
    await tx.audit('scheduled_report.updated', id, diffOf(before, changes))
  })
  return readScheduledReport(ctx, id)
}

export async function deleteScheduledReport(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const before = await lockSchedule(tx, id)
    if (!mayReport(ctx, before)) throw fail.notFound('scheduled_report')
    await tx.own('scheduled_reports').delete().where('id', '=', id).execute()
    await tx.audit('scheduled_report.deleted', id, { old: { name: before.name } })
  })
}

/** Locks a schedule until commit. */
export async function lockSchedule(tx: Tx, id: string) {
  const schedule = await tx
    .own('scheduled_reports')
    .select()
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!schedule) throw fail.notFound('scheduled_report')
  return schedule
}

/** The ids without repetition. Throws 422 if one is not a user of the account. */
async function requireMembers(tx: Tx, ids: string[]): Promise<string[]> {
  const unique = [...new Set(ids)]
  const members = await tx.own('users').select().select('id').where('id', 'in', unique).execute()
  if (members.length < unique.length) {
    throw fail.invalid({ recipient_ids: ['may contain only users of this account'] })
  }
  return unique
}

function visible(ctx: Ctx) {
  return selectSchedules(ctx.own('scheduled_reports').select()).where(isReportable(ctx))
}

function selectSchedules(query: SelectQueryBuilder<DB, 'scheduled_reports', object>) {
  return query.select([
    'id',
    'name',
    'report_type',
    'format',
    'all_accounts',
    'frequency',
    'status',
    'next_run_at',
    'last_run_at',
    'created_at',
    'updated_at',
    accountAt('scheduled_reports').as('account'),
    personAt('scheduled_reports.user_id').as('created_by'),
    sql<Static<typeof Person>[]>`coalesce((
      select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email)
        order by u.name, u.id)
      from users u where u.id = any(scheduled_reports.recipient_ids)
        and u.account_id = scheduled_reports.account_id), '[]')`.as('recipients'),
  ])
}
