import type { Entry, Feature, GroupLabel } from '../feature'

export type Group = { label: GroupLabel; entries: Entry[] }

/** The groups of the navigation, in display order. */
const groups: GroupLabel[] = ['Home', 'AI', 'Build', 'Content', 'Business', 'Account', 'Admin']

/** Merges features in display order. Throws if two of them conflict. */
export function compose(features: Feature[]) {
  const all = <T>(list: (feature: Feature) => readonly T[] | undefined) =>
    features.flatMap((feature) => list(feature) ?? [])
  const navigation = all((feature) => feature.navigation).sort(byOrder)
  const composition = {
    pages: all((feature) => feature.pages),
    navigation: groups.map(
      (label): Group => ({ label, entries: navigation.filter(({ group }) => group === label) }),
    ),
    personal: all((feature) => feature.personal).sort(byOrder),
    creates: all((feature) => feature.creates).sort(byOrder),
    actions: all((feature) => feature.actions).sort(byOrder),
    health: all((feature) => feature.health).sort(byOrder),
    sections: all((feature) => feature.sections).sort(byOrder),
    notices: all((feature) => feature.notices).sort(byOrder),
    topBar: all((feature) => feature.topBar).sort(byOrder),
  }
  const { pages, personal, creates, actions, health, sections } = composition
  const entries = [...navigation, ...personal]
  unique('path', pages, ({ path }) => path.replaceAll(/\$\w+/g, '$'))
  unique('label', [...entries, ...creates, ...actions], ({ label }) => label)
  unique('key', entries, ({ key }) => key)
  unique('health component', health, ({ part }) => part)
  unique('section', sections, ({ page, name }) => `${page} ${name}`)
  const invalid = entries.find(({ key }) => key.length !== 1 || key === 'g' || key === '?')
  if (invalid) throw new Error(`Invalid shortcut key ${invalid.key} of ${invalid.label}`)
  return composition
}

export const byOrder = (a: { order: number }, b: { order: number }) => a.order - b.order

/** Throws if two of the list have the same value. */
export function unique<T>(kind: string, list: readonly T[], by: (one: T) => string) {
  const values = list.map(by)
  const duplicate = values.find((value, index) => values.indexOf(value) !== index)
  if (duplicate !== undefined) throw new Error(`Duplicate ${kind} ${duplicate} in the web app`)
}
