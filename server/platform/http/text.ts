import { isStorable } from '@powernode/contract/text.ts'
import type { FieldErrors } from '../kernel/fail.ts'

const UNSTORABLE = 'contains characters that cannot be stored'

/**
 * The fields of a body or query with text that PostgreSQL cannot hold, in values or names: NUL, and halves of a
 * character. JSON can escape both.
 */
export function unstorable(value: unknown): FieldErrors | undefined {
  const fields: FieldErrors = Object.create(null) // a field may be called __proto__
  look(value, '')
  return Object.keys(fields).length > 0 ? fields : undefined

  function look(inner: unknown, path: string) {
    if (typeof inner === 'string') {
      if (!isStorable(inner)) fields[path || 'base'] = [UNSTORABLE]
      return
    }
    if (!inner || typeof inner !== 'object') return
    for (const [name, of] of Object.entries(inner)) {
      if (isStorable(name)) look(of, path ? `${path}.${name}` : name)
      else fields[path || 'base'] = [UNSTORABLE]
    }
  }
}
