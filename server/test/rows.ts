import type { Ctx, Tx } from '../platform/db/context.ts'
import { type Own, ownTable, type TenantTable } from '../platform/db/own.ts'

/** Rows of an account, for changes without a verb. */
export function rowsOf<T extends TenantTable>(ctx: Ctx, table: T): Own<T> {
  return ownTable(ctx.platform.database, table, ctx.account.id)
}

/** Runs a transaction without an audit row. */
export function unaudited<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.transaction((tx) => {
    tx.unaudited('arranges a test')
    return work(tx)
  })
}
