import { defineStates } from '~/states'
import type { ArticleRow } from './queries'

/** The displayed state of an article. A coming publication takes precedence over `draft` and `review`. */
export function articleState({
  status,
  taken_down_at,
  scheduled_for,
}: Pick<ArticleRow, 'status' | 'taken_down_at' | 'scheduled_for'>) {
  if (taken_down_at) return 'taken_down'
  return status !== 'published' && scheduled_for ? 'scheduled' : status
}

export default defineStates<ReturnType<typeof articleState>>({
  draft: 'idle',
  review: { tone: 'wait', label: 'In review' },
  scheduled: 'wait',
  published: 'good',
  archived: 'idle',
  taken_down: 'bad',
})
