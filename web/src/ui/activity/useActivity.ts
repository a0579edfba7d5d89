import type { AuditLog } from '../../api'
import { useComposition } from '../../CompositionContext'
import { useRoleNames } from '../../roles'
import { useMe } from '../../session'
import { activity } from './activities'
import { type Grammar, sentenceOf } from './sentence'

/** The words of audit entries, from the domains that write them, and the pages of records that the user may open. */
export function useActivity() {
  const { pages } = useComposition()
  const roleName = useRoleNames()
  const { permissions } = useMe()
  const grammar: Grammar = {
    ...activity,
    roles: (names) =>
      Array.isArray(names) && names.length > 0
        ? new Intl.ListFormat('en').format(names.map((name) => roleName(String(name))))
        : 'no role',
  }
  return {
    grammar,
    sentence: (entry: AuditLog) => sentenceOf(entry, grammar),
    /** The page of a record of this type, unless the user may not open it. */
    pageOf(type: string): string | undefined {
      const path = activity.types[type]?.page
      const page = pages.find((one) => one.path === path)
      const needs = [page?.needs ?? []].flat()
      return page && needs.every((one) => permissions.includes(one)) ? path : undefined
    },
  }
}
