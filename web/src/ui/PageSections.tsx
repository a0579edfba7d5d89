import { useMatch } from '@tanstack/react-router'
import { type PageSection, permitted } from '../feature'
import { useMe } from '../session'
import { FeatureParts } from './FeatureParts'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    sections?: PageSection[]
  }
}

/** The sections that features add to the current page, in order. */
export function PageSections() {
  const { permissions } = useMe()
  const { sections = [] } = useMatch({ strict: false }).staticData
  return <FeatureParts of={permitted(sections, permissions)} />
}
