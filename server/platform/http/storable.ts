import { isStorable } from '@powernode/contract/text.ts'
import type { FieldErrors } from '../kernel/fail.ts'

const UNSTORABLE = 'contains characters that cannot be stored'
const OUT_OF_RANGE = 'is out of range'

/**
 * Errors for fields of a body or query whose values or names PostgreSQL cannot store: NUL and unpaired surrogates, which
 * JSON can contain as escapes, and numbers like `1e400`, which are read as infinity and would be stored as null.
 */
export function unstorable(value: unknown): FieldErrors | undefined {
  const fields: FieldErrors = Object.create(null) // a field may be called __proto__
  visit(value, '')
  return Object.keys(fields).length > 0 ? fields : undefined

  function visit(inner: unknown, path: string) {
    if (typeof inner === 'string') {
      if (!isStorable(inner)) fields[path || 'base'] = [UNSTORABLE]
      return
    }
    if (typeof inner === 'number' && !Number.isFinite(inner))
      fields[path || 'base'] = [OUT_OF_RANGE]
    if (!inner || typeof inner !== 'object') return
    for (const [name, of] of Object.entries(inner)) {
      if (isStorable(name)) visit(of, path ? `${path}.${name}` : name)
      else fields[path || 'base'] = [UNSTORABLE]
    }
  }
}
