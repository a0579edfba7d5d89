import { sql } from 'kysely'
import type { Vault } from '../crypto/vault.ts'
import type { Database, Reading } from '../db/database.ts'
import type { DB } from '../db/rows.ts'
import { writeCheckpoints } from './sealer.ts'

/** The chains whose first entry is older than `cutoff`; null is the chain of entries without an account. */
export async function chainsBefore(db: Reading<DB>, cutoff: Date): Promise<(string | null)[]> {
  const { rows } = await sql<{ account_id: string | null }>`
    select chain.account_id from audit_checkpoints chain
    where chain.kind = 'head' and exists (
      select from audit_logs entry
      where (entry.account_id = chain.account_id or (entry.account_id is null and chain.account_id is null))
        and entry.created_at < ${cutoff} and entry.sequence_number is not null)
    order by 1 nulls first`.execute(db)
  return rows.map((row) => row.account_id)
}

/**
 * Deletes the start of a chain, up to the first entry that is not older than `cutoff`, and signs the new start. Returns
 * the number of deleted entries. Runs in the caller's transaction; the sealer can append at the same time.
 */
export async function pruneChain(
  trx: Database,
  vault: Vault,
  account_id: string | null,
  cutoff: Date,
): Promise<number> {
  // Serialised: a concurrent run with an earlier cutoff must not move the start back.
  await sql`select pg_advisory_xact_lock(hashtext('powernode audit clean-up'))`.execute(trx)
  const sealed = trx
    .selectFrom('audit_logs')
    .where('account_id', account_id ? '=' : 'is', account_id)
    .where('sequence_number', 'is not', null)
  const kept = await sealed
    .select((eb) => eb.fn.min('sequence_number').as('first'))
    .where('created_at', '>=', cutoff)
    .executeTakeFirstOrThrow()
  const last = await sealed
    .select(['sequence_number', 'integrity_hash'])
    .$if(kept.first !== null, (query) => query.where('sequence_number', '<', kept.first))
    .orderBy('sequence_number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last?.sequence_number || !last.integrity_hash) return 0
  const { sequence_number, integrity_hash } = last
  await writeCheckpoints(trx, vault, [
    { account_id, kind: 'base', sequence_number, integrity_hash },
  ])
  await trx
    .deleteFrom('audit_checkpoints')
    .where('account_id', account_id ? '=' : 'is', account_id)
    .where('kind', '=', 'milestone')
    .where('sequence_number', '<=', sequence_number)
    .execute()
  const { numDeletedRows } = await trx
    .deleteFrom('audit_logs')
    .where('account_id', account_id ? '=' : 'is', account_id)
    .where('sequence_number', '<=', sequence_number)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
