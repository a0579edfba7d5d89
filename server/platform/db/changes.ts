import type { RootOperationNode } from 'kysely'
import type { Database } from './database.ts'

/** A transaction that is watched for changes of rows. */
export interface TrackedChanges {
  /** Runs statements of the transaction and notes whether one of them changed a row. */
  db: Database
  /** An audit row was written, or there is a reason for none. */
  account(): void
  /** Throws where rows were changed and nothing accounts for it. */
  check(): void
}

/** Watches what is changed through `db`; statements that go past it, those of the platform itself, do not count. */
export function trackChanges(trx: Database): TrackedChanges {
  let changed = false
  let accounted = false
  return {
    db: trx.withPlugin({
      transformQuery({ node }) {
        if (writesBeside(node)) changed = true
        return node
      },
      async transformResult({ result }) {
        if ((result.numAffectedRows ?? 0n) > 0n) changed = true
        return result
      },
    }),
    account() {
      accounted = true
    },
    check() {
      if (changed && !accounted)
        throw new Error('a transaction changed rows without tx.audit() or tx.unaudited()')
    },
  }
}

/** PostgreSQL counts the rows of the statement itself, not those of a `with` that writes. */
function writesBeside(node: RootOperationNode): boolean {
  const parts = 'with' in node ? (node.with?.expressions ?? []) : []
  return parts.some(({ expression }) => /^(Insert|Update|Delete|Merge)Query/.test(expression.kind))
}
