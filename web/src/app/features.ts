import type { Feature } from '../feature'
import own from './feature'

const found = import.meta.glob<Feature>(
  [
    '../../../modules/*/domains/*/web/feature.tsx',
    '../../../extensions/*/domains/*/web/feature.tsx',
  ],
  { eager: true, import: 'default' },
)

/** The features of all domains by file path, including modules that are not loaded. */
export const features: Record<string, Feature> = { './feature.tsx': own, ...found }
