import type { Feature } from '../feature'
import own from './feature'

const found = import.meta.glob<Feature>(
  [
    '../../../modules/*/domains/*/web/feature.tsx',
    '../../../extensions/*/domains/*/web/feature.tsx',
  ],
  { eager: true, import: 'default' },
)

/** What each domain brings, by the path of its file; those of modules that are not loaded included. */
export const features: Record<string, Feature> = { './feature.tsx': own, ...found }
