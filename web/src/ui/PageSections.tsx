import { useMatch } from '@tanstack/react-router'
import { type PageSection, permitted } from '../feature'
import { useMe } from '../session'
import { FeatureParts } from './FeatureParts'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    sections?: PageSection[]
  }
}

/** What features add to the page that is shown, in their order. */
export function PageSections() {
  const { permissions } = useMe()
  const { sections = [] } = useMatch({ strict: false }).staticData
  return <FeatureParts of={permitted(sections, permissions)} />
}
