import type { PlatformTx } from '@powernode/server/platform/db/context.ts'
import { sql } from 'kysely'

/**
 * The next number of a series, `INV-202611-0042`. The series has no gaps: a transaction that fails gives its number back, and
 * others wait for it. Take the number as the last lock of a transaction.
 */
export async function takeNumber(tx: PlatformTx, prefix: 'INV' | 'CN'): Promise<string> {
  const month = tx.now().toISOString().slice(0, 7).replace('-', '')
  const series = `${prefix}-${month}`
  const { last_number } = await tx.db
    .insertInto('document_counters')
    .values({ series, last_number: 1 })
    .onConflict((conflict) =>
      conflict.column('series').doUpdateSet({
        last_number: sql<number>`document_counters.last_number + 1`,
      }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return `${series}-${String(last_number).padStart(4, '0')}`
}
