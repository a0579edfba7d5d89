import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { gzipOf } from '@powernode/server/platform/http/file_parts.ts'
import { Choice, Id, Shape, Text, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { formatNoun } from '@powernode/server/platform/kernel/nouns.ts'
import { type Static, Type } from 'typebox'
import type { LockedReport } from './announcing.ts'
import { partsOf } from './download.ts'
import { mailReport } from './mailing.ts'
import { expiryOfReport, ReportRequest } from './report_request.ts'
import { deleteParts } from './requesting.ts'
import { applyReportTransition, isReportAllowed, requireReportTransition } from './transitions.ts'
import { inReport, ReportTurn } from './writing.ts'

export const ReportOutcome = Shape('ReportOutcome', {
  status: Choice(['completed', 'failed'], 'Whether all parts of the file were sent'),
  turn: ReportTurn,
  error: Type.Optional(Text(2000, { description: 'Why it failed' })),
})

export const ReportState = Shape('ReportState', {
  id: Id(),
  status: ReportRequest.properties.status,
  updated_at: Time('When it last changed'),
})

type State = Static<typeof ReportState>

/**
 * Ends a report, as its worker says. Throws 409 `conflict` if another worker has begun since, and 409 `invalid_transition`
 * if it has ended otherwise; repeating an outcome changes nothing.
 */
export async function reportOutcome(
  ctx: PlatformCtx,
  id: string,
  { status, turn, error = 'The file could not be written' }: Static<typeof ReportOutcome>,
): Promise<State> {
  return inReport(ctx, id, async (tx, found) => {
    if (found.turn !== turn) throw fail.with('conflict', 'Another worker writes this report now')
    if (found.status === status) return found
    if (status === 'failed') return failReport(tx, found, error)
    requireReportTransition(found, 'complete')
    return complete(tx, found, await hashOf(tx, found))
  })
}

/** Marks a report as failed whose job was given up. */
export async function giveUpReport(ctx: PlatformCtx, id: string, error: string): Promise<State> {
  return inReport(ctx, id, async (tx, found) =>
    isReportAllowed('fail', found.status) ? failReport(tx, found, error) : found,
  )
}

async function complete(tx: Tx, found: LockedReport, sha256: string): Promise<LockedReport> {
  const changed = await applyReportTransition(tx, found, 'complete', {
    sha256,
    progress: 100,
    completed_at: tx.now(),
    expires_at: expiryOfReport(tx),
  })
  const { id, row_count, size_bytes } = changed
  await tx.audit('report_request.completed', id, { new: { row_count, size_bytes, sha256 } })
  await tx.emit('report.completed', { ...subjectOf(changed), row_count })
  if (changed.scheduled_report_id) await mailReport(tx, changed, changed.scheduled_report_id)
  else {
    await tx.notify([changed.user_id], {
      notification_type: 'report_completed',
      title: 'Your report is ready',
      message: `${changed.name}: ${formatNoun(row_count, 'row')}. The file is kept for 7 days.`,
      severity: 'success',
      category: 'reports',
      action_url: '/reports',
      metadata: { report_id: id },
    })
  }
  return changed
}

async function failReport(tx: Tx, found: LockedReport, error: string): Promise<LockedReport> {
  const changed = await applyReportTransition(tx, found, 'fail', {
    ...{ error, progress: 0, row_count: 0, part_count: 0, size_bytes: 0, crc: 0 },
  })
  await deleteParts(tx, found.id)
  await tx.audit('report_request.failed', found.id, { new: { error } })
  await tx.emit('report.failed', subjectOf(changed))
  await tx.notify([found.user_id], {
    notification_type: 'report_failed',
    title: 'Your report failed',
    message: `${found.name} could not be written. Retry it under Reports.`,
    severity: 'error',
    category: 'reports',
    action_url: '/reports',
    metadata: { report_id: found.id },
  })
  return changed
}

const subjectOf = ({ id, name, report_type, format }: LockedReport) => ({
  ...{ id, name, report_type, format },
})

/** The SHA-256 of the stored file, read back as it will be downloaded. */
async function hashOf(tx: Tx, report: LockedReport): Promise<string> {
  const hash = createHash('sha256')
  const file = gzipOf(partsOf(tx, report.id, report), report)
  await pipeline(file, createGunzip(), hash)
  return hash.digest('hex')
}
