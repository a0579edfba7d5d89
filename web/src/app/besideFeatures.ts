import { isLoaded } from '../installation'
import { features } from './features'

/** What files beside `feature.tsx` export, without those of modules that are not loaded. */
export function besideLoadedFeatures<T>(found: Record<string, T>): T[] {
  return Object.entries(found)
    .filter(([path]) => {
      const feature = features[path.replace(/^\.\.\//, '').replace(/\w+\.ts$/, 'feature.tsx')]
      if (!feature) throw new Error(`${path} has no feature.tsx beside it`)
      return feature.module === undefined || isLoaded(feature.module)
    })
    .map(([, value]) => value)
}
