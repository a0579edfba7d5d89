import type { Ctx, Tx } from '../platform/db/context.ts'
import { type Own, ownTable, type TenantTable } from '../platform/db/own.ts'

/** Rows of an account, to be changed as no verb would. */
export function rowsOf<T extends TenantTable>(ctx: Ctx, table: T): Own<T> {
  return ownTable(ctx.platform.database, table, ctx.account.id)
}

/** Does in a transaction what a verb would do and audit. */
export function unaudited<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.transaction((tx) => {
    tx.unaudited('arranges a test')
    return work(tx)
  })
}
