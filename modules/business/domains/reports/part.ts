import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { deflatePart } from '@powernode/server/platform/http/file_parts.ts'
import { Count, Flag, Pattern, Shape } from '@powernode/server/platform/http/shapes.ts'
import { type Static, Type } from 'typebox'
import { announceReport } from './announcing.ts'
import { inReport, ReportTurn } from './writing.ts'

// Leaves room in the largest body that the API accepts.
const MAX_BASE64 = 900_000

export const ReportPart = Shape('ReportPart', {
  turn: ReportTurn,
  part: Type.Integer({
    minimum: 1,
    maximum: 100_000,
    description: 'Number of the part, from 1, in order',
    examples: [1],
  }),
  content: Pattern('^[A-Za-z0-9+/]+={0,2}$', 'must be in Base64', {
    minLength: 4,
    maxLength: MAX_BASE64,
    description: 'The next bytes of the file in Base64',
    examples: ['aWQK'],
  }),
  row_count: Count('Rows written so far'),
  progress: Type.Integer({ minimum: 0, maximum: 99, description: 'Percent done', examples: [40] }),
})

export const AcceptedPart = Shape('AcceptedPart', {
  accepted: Flag(
    'False if the report was cancelled, or another worker writes it now: then stop without an error',
  ),
})

/** Stores the next part of the file of a report. Repeating a part changes nothing. */
export async function storePart(
  ctx: PlatformCtx,
  id: string,
  { turn, part, content, row_count, progress }: Static<typeof ReportPart>,
): Promise<Static<typeof AcceptedPart>> {
  return inReport(ctx, id, async (tx, found) => {
    if (found.status !== 'processing' || found.turn !== turn) return { accepted: false }
    if (part !== found.part_count + 1) return { accepted: part <= found.part_count }
    const { compressed, file } = await deflatePart(found, Buffer.from(content, 'base64'))
    await tx
      .own('report_request_parts')
      .insert({ report_request_id: id, part, content: compressed })
      .execute()
    const changed = await tx
      .own('report_requests')
      .update({ ...file, part_count: part, row_count, progress, updated_at: tx.now() })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await announceReport(tx, changed)
    return { accepted: true }
  })
}
