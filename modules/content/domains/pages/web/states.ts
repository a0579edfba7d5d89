import { defineStates } from '~/states'
import type { PageRow } from './queries'

/** The displayed state of a page. A coming publication takes precedence over `draft`. */
export function pageState({
  status,
  taken_down_at,
  scheduled_for,
}: Pick<PageRow, 'status' | 'taken_down_at' | 'scheduled_for'>) {
  if (taken_down_at) return 'taken_down'
  return status === 'draft' && scheduled_for ? 'scheduled' : status
}

export default defineStates<ReturnType<typeof pageState>>({
  draft: 'idle',
  scheduled: 'wait',
  published: 'good',
  taken_down: 'bad',
})
