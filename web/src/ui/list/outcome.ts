import { asSentence } from '../../api'
import { formatCount } from '../format'

/** The result of one action on several rows: "3 revoked, 1 failed: The key has expired." */
export function describeOutcome(done: string, results: readonly PromiseSettledResult<unknown>[]) {
  const failed = results.filter((one) => one.status === 'rejected')
  const succeeded = results.length - failed.length
  if (failed.length === 0) return `${formatCount(succeeded)} ${done}.`
  const reasons = [...new Set(failed.map(({ reason }) => reasonOf(reason)))]
  const both = succeeded > 0 ? `${formatCount(succeeded)} ${done}, ` : ''
  return `${both}${formatCount(failed.length)} failed: ${reasons.join(' ')}`
}

const reasonOf = (error: unknown) =>
  error instanceof Error ? asSentence(error.message) : 'Something went wrong.'
