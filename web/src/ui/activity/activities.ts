import type { Activity } from '../../activity'

// Found here rather than in `feature.tsx`, so that they load with the pages that show activity instead of with the app.
const found = import.meta.glob<Activity>(
  [
    '../../../../modules/*/domains/*/web/activity.ts',
    '../../../../extensions/*/domains/*/web/activity.ts',
  ],
  { eager: true, import: 'default' },
)

/** Merges what domains write to the audit log. Throws if two of them declare the same. */
export function mergeActivities(all: Activity[]) {
  return {
    types: merged(
      'type',
      all.map(({ types }) => types),
    ),
    sentences: merged(
      'action',
      all.map(({ sentences }) => sentences),
    ),
  }
}

function merged<T>(kind: string, all: Record<string, T>[]): Record<string, T> {
  const entries = all.flatMap((one) => Object.entries(one))
  const names = entries.map(([name]) => name)
  const duplicate = names.find((name, index) => names.indexOf(name) !== index)
  if (duplicate) throw new Error(`Two activity.ts declare the audited ${kind} ${duplicate}`)
  return Object.fromEntries(entries)
}

/** The words of every domain, including modules that are not loaded: their entries stay readable. */
export const activity = mergeActivities(Object.values(found))
