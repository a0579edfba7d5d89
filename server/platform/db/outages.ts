/** Why the database is unavailable: it cannot be reached, or it cannot write. */
export type Outage = 'unreachable' | 'storage'

// Disk full, read-only transaction, file system error.
const STORAGE = /^(53100|25006|58030)$/

// Network errors of Node.js; refused or lost connections; out of connections or memory; shutdown or restart; a missing
// or changed password, user or database; a statement or transaction that hit a timeout set by an operator.
const UNREACHABLE =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08\w{3}|53200|53300|57P0[1235]|28\w{3}|3D000|57014|55P03|25P0[34])$/

/** The outage that an error indicates; undefined for other errors. */
export function outageOf(error: unknown): Outage | undefined {
  if (!(error instanceof Error)) return undefined
  const { code = '', syscall } = error as NodeJS.ErrnoException
  if (STORAGE.test(code)) return 'storage'
  const lost =
    UNREACHABLE.test(code) ||
    syscall === 'connect' ||
    /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(
      error.message,
    )
  return lost ? 'unreachable' : undefined
}

/** The message of an error. A host name with several addresses fails with an AggregateError without a message. */
export function errorMessage(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') {
    return [...new Set(error.errors.map(errorMessage))].join(', ')
  }
  return error instanceof Error ? error.message : String(error)
}
