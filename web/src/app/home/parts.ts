import type { Home } from '../../home'
import { isLoaded } from '../../installation'
import { mergeHomes } from './merge'

// Found here rather than in `feature.tsx`, so that they load with the home page instead of with the app.
const found = import.meta.glob<Home>(
  ['../../../../modules/*/domains/*/web/home.ts', '../../../../extensions/*/domains/*/web/home.ts'],
  { eager: true, import: 'default' },
)

/** What the loaded modules add to the home page. */
export const home = mergeHomes(
  Object.values(found).filter(({ module }) => module === undefined || isLoaded(module)),
)
