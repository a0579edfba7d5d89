import type { AuditAction } from '@powernode/contract/names.ts'
import type { AuditLog } from './api'

/**
 * What an entry of the audit log says after its actor: `rotated the secret of {object}`.
 *
 * - `{object}` is the name of the record, linked to its page; without a name, "a webhook".
 * - `{the object}` is "the webhook" with its name; without a name, also "a webhook".
 * - `many` is for several entries at once, with their `{count}`. Without it, "three times" is added.
 */
export type Sentence =
  | string
  | { one: string; many: string }
  | ((entry: AuditLog, words: Words) => string)

/** Parts of sentences that depend on the entry. */
export type Words = {
  /** Display names of roles: "Manager and Member". */
  roles: (names: unknown) => string
  /** "1,504"; "several" if it is not a number. */
  number: (value: unknown) => string
  /** Whether the actor is the user that the entry concerns. */
  own: boolean
}

/** A type of audited records: the noun of their actions. */
export type AuditedType = {
  /** What users call one. */
  noun: string
  /** The page of one, with `$id`. */
  page?: string
}

/** What a domain writes to the audit log, in words. */
export type Activity = {
  types: Record<string, AuditedType>
  sentences: { [Action in AuditAction]?: Sentence }
}

/** The default export of `web/activity.ts` of a domain. */
export const defineActivity = (activity: Activity): Activity => activity

/** Whether a field has another value after the entry. Lists are compared without their order. */
export function hasChanged({ old_values, new_values }: AuditLog, field: string): boolean {
  const [before, after] = [old_values[field], new_values[field]].map((value) =>
    JSON.stringify(Array.isArray(value) ? value.toSorted() : value),
  )
  return field in new_values && before !== after
}

/** The value of a field of an entry as text. */
export const textIn = (values: Record<string, unknown>, field: string): string | null => {
  const value = values[field]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}
