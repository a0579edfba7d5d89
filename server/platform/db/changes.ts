import type { RootOperationNode } from 'kysely'
import type { Database } from './database.ts'

/** Tracks whether a transaction changes rows. */
export interface TrackedChanges {
  /** Runs statements of the transaction and records whether one of them changed a row. */
  db: Database
  /** Records that an audit row was written, or that none is needed. */
  account(): void
  /** Records that the changes only prepare the rest of the request, and whether the audit rows are of that. */
  prepare(audited: boolean): void
  /** Whether there is nothing but preparation. */
  readonly onlyPrepares: boolean
  /** Throws if rows were changed without an audit row or a reason for none. */
  check(): void
}

/** Tracks changes made through `db`; statements of the platform itself bypass it and do not count. */
export function trackChanges(trx: Database): TrackedChanges {
  let changed = false
  let accounted = false
  let prepares = false
  let auditsPreparation = false
  return {
    db: trx.withPlugin({
      transformQuery({ node }) {
        if (hasWritingCte(node)) changed = true
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
    prepare(audited) {
      prepares = true
      auditsPreparation ||= audited
    },
    get onlyPrepares() {
      return prepares && (auditsPreparation || !accounted)
    },
    check() {
      if (changed && !accounted && !prepares)
        throw new Error('a transaction changed rows without tx.audit() or tx.unaudited()')
    },
  }
}

/** PostgreSQL does not count the rows changed by a data-modifying `with`. */
function hasWritingCte(node: RootOperationNode): boolean {
  const parts = 'with' in node ? (node.with?.expressions ?? []) : []
  return parts.some(({ expression }) => /^(Insert|Update|Delete|Merge)Query/.test(expression.kind))
}
