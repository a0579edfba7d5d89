import type { Tx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { announceReport, type LockedReport } from './announcing.ts'

export const reportStatuses = ['pending', 'processing', 'completed', 'failed', 'cancelled'] as const
type ReportStatusName = (typeof reportStatuses)[number]

/** Transitions of a report: from which statuses, to which. Any other is 409 `invalid_transition`. */
const transitions = {
  begin: { from: ['pending', 'processing'], to: 'processing' },
  complete: { from: ['processing'], to: 'completed' },
  fail: { from: ['pending', 'processing'], to: 'failed' },
  cancel: { from: ['pending', 'processing'], to: 'cancelled' },
  retry: { from: ['failed'], to: 'pending' },
} as const satisfies Record<string, { from: readonly ReportStatusName[]; to: ReportStatusName }>

type Transition = keyof typeof transitions

export const isReportAllowed = (transition: Transition, status: ReportStatusName): boolean =>
  (transitions[transition].from as readonly ReportStatusName[]).includes(status)

/** Throws 409 `invalid_transition` unless the report is in a status from which the transition leads. */
export function requireReportTransition(
  { status }: Pick<LockedReport, 'status'>,
  transition: Transition,
): void {
  if (!isReportAllowed(transition, status)) {
    throw fail.with('invalid_transition', `This report is ${status}`)
  }
}

interface Columns {
  turn?: number
  progress?: number
  row_count?: number
  part_count?: number
  size_bytes?: number
  crc?: number
  sha256?: string
  error?: string | null
  completed_at?: Date
  expires_at?: Date
}

/** Changes the status of a locked report, together with other columns, and sends it to the channel. */
export async function applyReportTransition(
  tx: Tx,
  report: LockedReport,
  transition: Transition,
  columns: Columns = {},
): Promise<LockedReport> {
  requireReportTransition(report, transition)
  const changed = await tx
    .own('report_requests')
    .update({ ...columns, status: transitions[transition].to, updated_at: tx.now() })
    .where('id', '=', report.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await announceReport(tx, changed)
  return changed
}
