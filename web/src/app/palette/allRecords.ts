import type { Records } from '../../feature'
import { besideLoadedFeatures } from '../besideFeatures'

const found = import.meta.glob<readonly Records[]>(
  [
    '../../../../modules/*/domains/*/web/records.ts',
    '../../../../extensions/*/domains/*/web/records.ts',
  ],
  { eager: true, import: 'default' },
)

/** The records of all domains, in display order. */
export const allRecords: Records[] = besideLoadedFeatures(found)
  .flat()
  .sort((a, b) => a.order - b.order)
