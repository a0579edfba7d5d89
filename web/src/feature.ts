import type { Permission } from '@powernode/contract/names.ts'
import type { Icon } from '@tabler/icons-react'
import type { RouteComponent } from '@tanstack/react-router'
import type { Data } from './api'

/** Loaded when it is first shown: `lazyRouteComponent(() => import('./UsersPage'), 'UsersPage')`. */
type Lazy = RouteComponent
/** Target of a link. `to` is the path of a page, of this feature or another. */
export type Link = { to: string; search?: Record<string, string> }
/** Sort order, the lowest first. */
export type Ordered = { order: number }
/** Shown only to users with the permission. */
type Restricted = { needs?: Permission }

export type FeaturePage = {
  /** May contain params such as `$id`. */
  path: string
  component: Lazy
  /** Required permissions, all of them. Without one, the page explains which is missing and who can grant it. */
  needs?: Permission | readonly Permission[]
  /** The document about the page: "Learn more" opens `/docs/<docs>`. */
  docs?: string
  /** Does not require sign-in. */
  public?: true
  /** Its sections are in a tab that is not the first, and are loaded with it. */
  sectionsInTab?: true
}

/** Other words that ⌘K finds it by, such as "log out" for "Sign out". */
type Findable = { keywords?: readonly string[] }

/** A link in the navigation and ⌘K, with a shortcut. */
export type Entry = Ordered &
  Restricted &
  Findable & {
    label: string
    to: string
    icon: Icon
    /** Shortcut key, pressed after `g`. */
    key: string
    /** Pages elsewhere that belong to it, with those below them. */
    covers?: readonly string[]
  }

export type GroupLabel = 'Home' | 'AI' | 'Build' | 'Content' | 'Business' | 'Account' | 'Admin'

/** A create action, and the page with its drawer. */
export type Create = Ordered & Restricted & Findable & { label: string; to: string; icon: Icon }

/** A command of ⌘K. */
export type PaletteCommand = Ordered & Findable & { label: string; icon: Icon; run: () => unknown }

/**
 * Records that ⌘K searches, in the default export of `web/records.ts` of a domain, which is loaded with ⌘K. `to` is the detail page, with `$id`, or else the list, which `search` of a record opens at
 * the record.
 */
export type Records = Ordered &
  Restricted & {
    label: string
    to: string
    icon: Icon
    /** The first part of the resource's query keys, so that invalidating them also invalidates search results. */
    key: string
    /** By name. Without it, the records are found only by id. */
    find?: (search: string, signal: AbortSignal) => Promise<FoundRecord[]>
    /** By id, if `find` cannot. A 404 means that there is none. */
    get?: (id: string, signal: AbortSignal) => Promise<FoundRecord>
  }
export type FoundRecord = {
  id: string
  label: string
  description: string
  search?: Record<string, string>
}

/** A component in the health of the installation. */
export type HealthPart = Exclude<
  keyof Data<'/api/v1/admin_settings/health', 'get'>,
  'status' | 'checked_at'
>

/** How a component is called, and the page where its problems are solved. */
export type HealthComponent = Ordered & Link & { part: HealthPart; label: string }

/** A component shown by another feature. The name is that of its resource. */
export type FeaturePart = Ordered & { name: string; component: Lazy }

/** A section of a page that combines several features, such as /security. */
export type PageSection = FeaturePart & Restricted & { page: string }

/** A notice above several pages, and those below them: `/billing` is also above `/billing/…`. */
export type PageNotice = FeaturePart & Restricted & { pages: readonly string[] }

/** What a domain adds to the web app. Loaded with the app; pages are loaded when opened. */
export type Feature = {
  /** The optional module of the domain. The feature is left out while that module is not loaded. */
  module?: string
  pages?: readonly FeaturePage[]
  navigation?: readonly (Entry & { group: GroupLabel })[]
  /** Personal pages, in the account menu. */
  personal?: readonly Entry[]
  creates?: readonly Create[]
  actions?: readonly PaletteCommand[]
  /** The components of the installation that the domain checks. */
  health?: readonly HealthComponent[]
  sections?: readonly PageSection[]
  notices?: readonly PageNotice[]
  /** Next to the account menu, on every page that requires sign-in. */
  topBar?: readonly FeaturePart[]
}

/** The default export of `web/feature.tsx` of a domain. */
export const defineFeature = (feature: Feature): Feature => feature

/** The items that these permissions allow. */
export const permitted = <T extends { needs?: string | readonly string[] }>(
  list: readonly T[],
  permissions: readonly string[],
): T[] => list.filter(({ needs = [] }) => [needs].flat().every((one) => permissions.includes(one)))
