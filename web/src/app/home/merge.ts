import type { Home } from '../../home'
import { byOrder, unique } from '../compose'

/** Merges what domains add to the home page, in display order. Throws if two of them conflict. */
export function mergeHomes(all: Home[]) {
  const merged = {
    attention: all.flatMap(({ attention = [] }) => attention).sort(byOrder),
    figures: all.flatMap(({ figures = [] }) => figures).sort(byOrder),
    steps: all.flatMap(({ steps = [] }) => steps).sort(byOrder),
  }
  const { attention, figures, steps } = merged
  unique('query key', [...attention, ...figures, ...steps], ({ key }) => key.join('/'))
  unique('label', [...figures, ...steps], ({ label }) => label)
  return merged
}
