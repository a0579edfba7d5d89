import type { Failure } from '@powernode/server/platform/kernel/fail.ts'

const MAX_TEXT = 500

/** Why one of several documents was refused, on one line. */
export function failureText({ message, extra }: Failure): string {
  const fields = Object.entries(extra.errors ?? {})
  const reasons = fields.map(([field, texts]) => `${field} ${texts.join(', ')}`)
  return (reasons.join('; ') || message).slice(0, MAX_TEXT)
}
