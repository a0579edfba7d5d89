import type { Part } from '../feature'

/** Components that features bring, one after the other. */
export function Parts({ of }: { of: readonly Part[] }) {
  return of.map(({ name, component: Component }) => <Component key={name} />)
}
