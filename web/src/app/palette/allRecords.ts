import type { Records } from '../../feature'
import { isLoaded } from '../../installation'
import { features } from '../features'

const found = import.meta.glob<readonly Records[]>(
  [
    '../../../../modules/*/domains/*/web/records.ts',
    '../../../../extensions/*/domains/*/web/records.ts',
  ],
  { eager: true, import: 'default' },
)

const featureOf = (path: string) =>
  features[path.replace(/^\.\.\//, '').replace('records.ts', 'feature.tsx')]

/** The records of all domains, in display order. */
export const allRecords: Records[] = Object.entries(found)
  .filter(([path]) => {
    const feature = featureOf(path)
    if (!feature) throw new Error(`${path} has no feature.tsx beside it`)
    return feature.module === undefined || isLoaded(feature.module)
  })
  .flatMap(([, records]) => records)
  .sort((a, b) => a.order - b.order)
