import { sql } from 'kysely'
import { fail } from '../kernel/fail.ts'
import { singularOf } from '../kernel/nouns.ts'
import type { Tx } from './context.ts'
import type { TenantTable } from './own.ts'

/** Prevents the deletion of a row until the transaction ends. 404 if it is already deleted. */
export async function lockRowForReference(tx: Tx, table: TenantTable, id: string): Promise<void> {
  const { rows } = await sql`
    select from ${sql.table(table)}
    where id = ${id} and account_id = ${tx.account.id} for key share`.execute(tx.db)
  if (rows.length === 0) throw fail.notFound(singularOf(table))
}
