import { chainsBefore, pruneChain } from '@powernode/server/platform/audit/prune.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Count, DayText, Nullable, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS, dayOf, startOfStep } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { Hash } from './filters.ts'

const DEFAULT_KEEP_DAYS = 365

export const AuditIntegrity = Shape('AuditIntegrity', {
  checkpoint: Nullable(
    Shape({
      sequence_number: Type.Integer({
        minimum: 1,
        description: 'Position of the last sealed entry',
        examples: [42],
      }),
      integrity_hash: Hash(
        'Its hash; a copy stored elsewhere proves what the audit log was until then',
      ),
      signed_at: Time('When it was signed'),
    }),
  ),
  first_sequence_number: Type.Integer({
    minimum: 1,
    description: 'Position of the first entry; more than 1 after a clean-up',
    examples: [1],
  }),
  unsealed: Count('Entries without a position yet: those of about the last second', [0]),
})

export const AuditCleanUp = Shape('AuditCleanUp', {
  deleted_count: Count('Entries deleted, in all accounts'),
  cutoff_date: DayText('A day in UTC, inclusive'),
})

/** The state of the account's chain. `powernode audit verify` checks the chain itself, because that reads all of it. */
export async function readIntegrity(ctx: Ctx): Promise<Static<typeof AuditIntegrity>> {
  const [checkpoints, { unsealed }] = await Promise.all([
    ctx
      .own('audit_checkpoints')
      .select()
      .select([
        'kind',
        'sequence_number',
        'created_at as signed_at',
        sql<string>`encode(integrity_hash, 'hex')`.as('integrity_hash'),
      ])
      .where('kind', 'in', ['head', 'base'])
      .execute(),
    ctx
      .own('audit_logs')
      .select()
      .select(sql<number>`count(*)`.as('unsealed'))
      .where('sequence_number', 'is', null)
      .executeTakeFirstOrThrow(),
  ])
  const { head, base } = Object.fromEntries(checkpoints.map((row) => [row.kind, row]))
  const { kind: _, ...checkpoint } = head ?? {}
  return {
    checkpoint: head ? (checkpoint as Omit<typeof head, 'kind'>) : null,
    first_sequence_number: (base?.sequence_number ?? 0) + 1,
    unsealed,
  }
}

/**
 * Deletes the oldest part of every chain, up to a day. Each account's audit log records the deletion and its author.
 */
export async function cleanUpAuditLogs(
  ctx: Ctx,
  day: Date | undefined,
): Promise<Static<typeof AuditCleanUp>> {
  const now = ctx.now().getTime()
  const cutoff = day ?? startOfStep(new Date(now - DEFAULT_KEEP_DAYS * DAY_MS), DAY_MS)
  const cutoff_date = dayOf(cutoff)
  const minDays = ctx.platform.config.AUDIT_RETENTION_MIN_DAYS
  if (cutoff.getTime() > now) throw fail.with('bad_request', 'Invalid cutoff date')
  if (cutoff.getTime() > now - minDays * DAY_MS) {
    throw fail.invalid({ cutoff_date: [`must be at least ${minDays} days ago`] })
  }
  let deleted_count = 0
  const { vault } = ctx.platform
  for (const account of await chainsBefore(ctx.acrossAccounts('admin.audit_logs.delete'), cutoff)) {
    await ctx.inAccount(account ?? '').transaction(async (tx) => {
      const deleted = await pruneChain(
        tx.acrossAccounts('admin.audit_logs.delete'),
        vault,
        account,
        cutoff,
      )
      if (deleted === 0) return
      deleted_count += deleted
      await tx.audit('audit_log.cleaned_up', null, {
        metadata: { cutoff_date, deleted_count: deleted },
      })
    })
  }
  return { deleted_count, cutoff_date }
}
