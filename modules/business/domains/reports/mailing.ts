import { accountInMails } from '@powernode/modules/identity/domains/accounts/in_mails.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { formatNoun } from '@powernode/server/platform/kernel/nouns.ts'
import { sendMails } from '@powernode/server/platform/mail/mail.ts'
import type { LockedReport } from './announcing.ts'
import { linkToReport } from './report_request.ts'
import { viewersOf } from './viewers.ts'

/**
 * Emails a report to the recipients of its schedule, each with a link of their own: only to users of the account who
 * may see it, at a confirmed address.
 */
export async function mailReport(
  tx: Tx,
  report: LockedReport,
  scheduledReportId: string,
): Promise<void> {
  const schedule = await tx
    .own('scheduled_reports')
    .select()
    .select(['name', 'recipient_ids'])
    .where('id', '=', scheduledReportId)
    .executeTakeFirst()
  if (!schedule) return
  const viewers = await viewersOf(tx, tx.account.id, schedule.recipient_ids, report)
  const account = await accountInMails(tx)
  const recipients = viewers.filter(
    ({ account_id, email_verified_at }) => account_id === tx.account.id && email_verified_at,
  )
  await sendMails(
    tx,
    'scheduled_report',
    recipients.map(({ id, name, email }) => ({
      to: email,
      variables: {
        name,
        report: report.name,
        rows: formatNoun(report.row_count, 'row'),
        schedule: schedule.name,
        account_name: account.name,
        until: account.inWords(report.expires_at),
        url: linkToReport(tx, report, id),
      },
    })),
  )
}
