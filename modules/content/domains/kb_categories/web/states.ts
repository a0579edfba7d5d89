import { defineStates } from '~/states'
import type { CategoryNode } from './queries'

/** Whether visitors see a category. */
export function categoryState({
  is_public,
  is_visible,
}: Pick<CategoryNode, 'is_public' | 'is_visible'>) {
  if (is_visible) return 'public'
  return is_public ? 'hidden_by_parent' : 'private'
}

export default defineStates<ReturnType<typeof categoryState>>({
  public: 'good',
  private: 'idle',
  hidden_by_parent: { tone: 'idle', label: 'Hidden by the category above' },
})
