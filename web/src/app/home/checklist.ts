type Ticked = { done: boolean | undefined }

/** How many steps are done; null if the checklist is not shown: while loading, when all are done, and once dismissed. */
export function progressOf(steps: Ticked[], preferences: Record<string, unknown>): number | null {
  if (preferences[DISMISSED] === true || steps.some(({ done }) => done === undefined)) return null
  const count = steps.filter(({ done }) => done).length
  return count === steps.length ? null : count
}

/** The preference of a user who has dismissed the checklist. */
export const DISMISSED = 'checklist_dismissed'
