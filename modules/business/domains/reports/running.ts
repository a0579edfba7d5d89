import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { Id, Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { insertReport } from './requesting.ts'
import { lockSchedule } from './scheduled_report.ts'
import { nextRunAfter, rangeSince } from './timetable.ts'
import { viewersOf } from './viewers.ts'

export const ScheduledRun = Shape('ScheduledRun', {
  report_request_id: Nullable(
    Id('The report that was requested; null if the schedule was not due, or was paused'),
  ),
})

/**
 * Requests the report of a schedule that is due: one report, however many runs were missed. A schedule whose creator may
 * no longer see such reports is paused instead.
 */
export async function runScheduledReport(
  ctx: PlatformCtx,
  id: string,
): Promise<Static<typeof ScheduledRun>> {
  const accountId = await accountOfSchedule(ctx, id)
  return ctx.inAccount(accountId).transaction(async (tx) => {
    const schedule = await lockSchedule(tx, id)
    const { frequency, next_run_at, user_id, name, report_type, format, all_accounts } = schedule
    const now = tx.now()
    if (schedule.status !== 'active' || next_run_at > now || !(await isActive(tx))) {
      return { report_request_id: null }
    }
    const [creator] = await viewersOf(tx, accountId, [user_id], schedule)
    if (!creator) {
      await tx
        .own('scheduled_reports')
        .update({ status: 'paused', updated_at: now })
        .where('id', '=', id)
        .execute()
      await tx.audit('scheduled_report.paused', id, { metadata: { user_id } })
      return { report_request_id: null }
    }
    await tx
      .own('scheduled_reports')
      .update({ next_run_at: nextRunAfter(frequency, now), last_run_at: now })
      .where('id', '=', id)
      .execute()
    const report_request_id = await insertReport(tx, {
      ...{ name, report_type, format, all_accounts, user_id },
      range: rangeSince(frequency, next_run_at, now),
      scheduled_report_id: id,
    })
    return { report_request_id }
  })
}

/** Whether the account is active: the schedules of a suspended one wait until it is again. */
async function isActive(tx: Tx): Promise<boolean> {
  const account = await tx.db
    .selectFrom('accounts')
    .select('status')
    .where('id', '=', tx.account.id)
    .executeTakeFirst()
  return account?.status === 'active'
}

async function accountOfSchedule(ctx: PlatformCtx, id: string): Promise<string> {
  const found = await ctx
    .acrossAccounts({ because: 'a worker identifies the schedule, not the account' })
    .selectFrom('scheduled_reports')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw fail.notFound('scheduled_report')
  return found.account_id
}
