import { outageOf } from '../db/outages.ts'
import { Failure, fail } from '../kernel/fail.ts'

/** A full disk is not emptied, and another primary not chosen, within seconds. */
const STORAGE_RETRY_SECONDS = 30

/** The answer to an error that tells of the database's state rather than of the request. */
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
