import type { FeaturePart } from '../feature'

/** Renders components of features in order. */
export function FeatureParts({ of }: { of: readonly FeaturePart[] }) {
  return of.map(({ name, component: Component }) => <Component key={name} />)
}
