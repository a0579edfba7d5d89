import type { FeaturePart } from '../feature'

/** Components that features bring, one after the other. */
export function FeatureParts({ of }: { of: readonly FeaturePart[] }) {
  return of.map(({ name, component: Component }) => <Component key={name} />)
}
