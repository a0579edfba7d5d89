import { useMatch } from '@tanstack/react-router'
import { allowed, type PageSection } from '../feature'
import { useMe } from '../session'
import { Parts } from './Parts'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    sections?: PageSection[]
  }
}

/** What features add to the page that is shown, in their order. */
export function PageSections() {
  const { permissions } = useMe()
  const { sections = [] } = useMatch({ strict: false }).staticData
  return <Parts of={allowed(sections, permissions)} />
}
