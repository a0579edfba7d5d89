import { fail } from '../kernel/fail.ts'
import type { Tx } from './context.ts'
import type { TenantTable } from './own.ts'

const nouns = { users: 'user', webhooks: 'webhook' } as const satisfies Partial<
  Record<TenantTable, string>
>

/** Keeps a row from being deleted until the transaction ends. 404 where it is gone already. */
export async function lockRowForReference(
  tx: Tx,
  table: keyof typeof nouns,
  id: string,
): Promise<void> {
  const row = await tx
    .own(table)
    .select()
    .select('id')
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst()
  if (!row) throw fail.notFound(nouns[table])
}
