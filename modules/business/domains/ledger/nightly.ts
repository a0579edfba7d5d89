import { raiseAlert } from '@powernode/modules/monitoring/domains/alerts/opening.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import type { Difference } from '@powernode/server/platform/module.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { verifyBooks } from './verify.ts'

/** How many differences an alert names. */
const NAMED = 10

export const LedgerVerification = Shape('LedgerVerification', {
  differences: Count('Differences; the alert names the first ten', [0]),
})

/** Compares the books as of one moment, and raises a critical alert if they do not agree. */
export async function verifyLedger(ctx: PlatformCtx): Promise<Static<typeof LedgerVerification>> {
  const named: Difference[] = []
  const differences = await ctx.transaction(async (tx) => {
    await sql`set transaction isolation level repeatable read`.execute(tx.db)
    const db = tx.acrossAccounts({ because: 'the books of all accounts are compared' })
    let count = 0
    for await (const difference of verifyBooks(db)) {
      count++
      if (named.length < NAMED) named.push(difference)
    }
    return count
  })
  if (differences > 0) {
    ctx.log.error({ differences, named }, 'the books do not agree')
    const [first] = named
    await raiseAlert(ctx, {
      type: 'books_differ',
      severity: 'critical',
      summary: `The books do not agree: ${first?.subject}, expected ${first?.expected}, found ${first?.actual}. Run \`powernode billing verify\` for all ${differences}.`,
      details: { differences: named },
      dedupe_key: 'verify_ledger',
    })
  }
  return { differences }
}
