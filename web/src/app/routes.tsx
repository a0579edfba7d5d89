import { type AnyRoute, createRoute, createRouter } from '@tanstack/react-router'
import type { FeaturePage, PageSection } from '../feature'
import { PermissionGate } from '../ui/PermissionGate'
import { composition } from './composition'
import { ErrorPage, NotFound } from './FallbackPages'
import { rootRoute, signedInRoute } from './frame'

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...composition.pages.filter((page) => page.public).map((page) => routeOf(page, rootRoute)),
    signedInRoute.addChildren(
      composition.pages.filter((page) => !page.public).map((page) => routeOf(page, signedInRoute)),
    ),
  ]),
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: ErrorPage,
  defaultPendingMs: 150,
  scrollRestoration: true,
  // Plain `?status=active&page=2`: every value is a string, and pages parse the ones they know.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const defined = Object.entries(search).filter(([, value]) => value !== undefined)
    const text = new URLSearchParams(defined as [string, string][]).toString()
    return text && `?${text}`
  },
})

function routeOf(page: FeaturePage, parent: AnyRoute): AnyRoute {
  const sections = composition.sections.filter((section) => section.page === page.path)
  return createRoute({
    getParentRoute: () => parent,
    path: page.path,
    component: guarded(page, sections),
    staticData: { sections, ...(page.docs && { docs: page.docs }) },
  })
}

/** Wraps a page in its permission check. Sections that it shows first are preloaded, so that the page appears at once. */
function guarded(page: FeaturePage, sections: PageSection[]) {
  const { component: Component, needs = [], sectionsInTab } = page
  const permissions = [needs].flat()
  const Guarded = () => (
    <PermissionGate needs={permissions}>
      <Component />
    </PermissionGate>
  )
  const Page = permissions.length > 0 ? Guarded : () => <Component />
  const first = sectionsInTab ? [] : sections
  const parts = [Component, ...first.map(({ component }) => component)]
  const preload = async () => {
    await Promise.all(parts.map((part) => part.preload?.()))
  }
  return Object.assign(Page, { preload })
}
