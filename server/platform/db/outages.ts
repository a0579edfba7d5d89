/** Why the database cannot serve at the moment: it cannot be reached, or what it is sent cannot be stored. */
export type Outage = 'unreachable' | 'storage'

// Disk full, read-only transaction, error of the file system below.
const STORAGE = /^(53100|25006|58030)$/

// What Node.js says of the network; refused or lost connections; no connection or memory left; a shutdown, a restart;
// a password, a user or a database that is gone; a statement or a transaction that an operator's limit ended.
const UNREACHABLE =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08\w{3}|53200|53300|57P0[1235]|28\w{3}|3D000|57014|55P03|25P0[34])$/

/** Which outage an error of the database speaks of; undefined where it refused a statement, or is no error of its own. */
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

/** The message of an error; a name with several addresses fails with one for each and none of its own. */
export function errorMessage(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') {
    return [...new Set(error.errors.map(errorMessage))].join(', ')
  }
  return error instanceof Error ? error.message : String(error)
}
