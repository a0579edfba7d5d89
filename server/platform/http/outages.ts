import { outageOf } from '../db/outages.ts'
import { Failure, fail } from '../kernel/fail.ts'

/** A full disk or a failover is not fixed within seconds. */
const STORAGE_RETRY_SECONDS = 30

/** The failure for an outage of the database; undefined for other errors. */
export function failureOf(error: unknown): Failure | undefined {
  switch (outageOf(error)) {
    case 'unreachable':
      return fail.unavailable('The database cannot be reached')
    case 'storage':
      return new Failure('storage_unavailable', undefined, {
        retryAfterSeconds: STORAGE_RETRY_SECONDS,
      })
    default:
      return undefined
  }
}
