import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'

/** The channel topic of an account's reports. */
export const reportStream = (accountId: string) => `reports:account:${accountId}`

/** Locks a report until commit. */
export async function lockReport(tx: Tx, id: string) {
  const report = await selectReport(tx, id).forNoKeyUpdate().executeTakeFirst()
  if (!report) throw fail.notFound('request')
  return report
}

const selectReport = (ctx: Ctx, id: string) =>
  ctx.own('report_requests').select().selectAll().where('id', '=', id)

export type LockedReport = Awaited<
  ReturnType<ReturnType<typeof selectReport>['executeTakeFirstOrThrow']>
>

/** Sends the progress of a report to the channel. */
export function announceReport(tx: Tx, { id, status, progress }: LockedReport): Promise<void> {
  return tx.broadcast(reportStream(tx.account.id), {
    type: 'report_changed',
    report: { id, status, progress },
    timestamp: tx.now().toISOString(),
  })
}
