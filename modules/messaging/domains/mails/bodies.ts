import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'

const BATCH = 5000
const NO_BODY = Buffer.alloc(0)
export const BODY_DELETED = 'The contents of this email are no longer stored.'

/** In these, a mail is not sent again by itself. */
export const finalStatuses = ['sent', 'captured', 'failed'] as const

export const hasBody = (sealed: Buffer): boolean => sealed.length > 0

/** Deletes the variables of old mails, from which their bodies are rendered. Returns the number of mails. */
export async function deleteOldBodies(ctx: PlatformCtx): Promise<number> {
  const days = ctx.platform.settings.values.mail_body_retention_days
  const before = new Date(ctx.now().getTime() - days * DAY_MS)
  let deleted = 0
  for (;;) {
    const batch = await ctx.transaction(async (tx) => {
      tx.unaudited('mails keep their recipient, subject and result')
      const mails = tx.acrossAccounts({ because: 'old bodies are deleted in every account' })
      const { numUpdatedRows } = await mails
        .updateTable('mails')
        .set({ sealed_variables: NO_BODY })
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('mails')
            .select('id')
            .where('created_at', '<', before)
            .where('status', 'in', finalStatuses)
            .where(sql<boolean>`sealed_variables <> ''`) // as in the index
            .orderBy('created_at')
            .limit(BATCH),
        )
        .executeTakeFirstOrThrow()
      return Number(numUpdatedRows)
    })
    deleted += batch
    if (batch < BATCH) return deleted
  }
}
