import type { Permission } from '@powernode/contract/names.ts'
import type { Icon } from '@tabler/icons-react'
import type { RouteComponent } from '@tanstack/react-router'

/** Loaded when it is first shown: `lazyRouteComponent(() => import('./UsersPage'), 'UsersPage')`. */
type Lazy = RouteComponent
/** Where a link leads. `to` is the path of a page, of this feature or another. */
type Link = { to: string; search?: Record<string, string> }
/** Place among others of the kind, the lowest first. */
type Ordered = { order: number }
/** Shown only to those who have the permission. */
type Restricted = { needs?: Permission }

export type FeaturePage = {
  /** With `$id` for what varies. */
  path: string
  component: Lazy
  /** Others are told whom to ask. Of several, all are needed. */
  needs?: Permission | readonly Permission[]
  /** Open to everybody; other pages are behind sign-in. */
  public?: true
}

/** A place that the navigation, ⌘K and a shortcut lead to. */
export type Entry = Ordered &
  Restricted & {
    label: string
    to: string
    icon: Icon
    /** Pressed after `g`. */
    key: string
  }

export type GroupLabel = 'Home' | 'AI' | 'Build' | 'Content' | 'Business' | 'Account' | 'Admin'

/** Something new, and the page whose drawer makes it. */
export type Create = Ordered & Restricted & { label: string; to: string; icon: Icon }

/** What ⌘K can do from anywhere. */
export type PaletteCommand = Ordered & { label: string; icon: Icon; run: () => unknown }

/** Records that ⌘K finds by what was typed; `to` is the page of one, by its `$id`. */
export type Records = Ordered &
  Restricted & {
    label: string
    to: string
    icon: Icon
    /** The first part of the resource's query keys: what invalidates those, invalidates what was found. */
    key: string
    find: (search: string, signal: AbortSignal) => Promise<FoundRecord[]>
  }
export type FoundRecord = { id: string; label: string; description: string }

/** A count on the home page, with the rows behind it. */
export type HomeFigure = Ordered &
  Restricted &
  Omit<Link, 'search'> & {
    label: string
    /** What exactly is counted. */
    definition: string
    search?: () => Record<string, string>
    /** The query key of the count. */
    key: string[]
    count: (signal: AbortSignal) => Promise<number>
  }

/** Something that the home page asks about, and shows while somebody should act on it. */
export type AttentionItem = Ordered & {
  needs: Permission
  /** The query key of the answer. */
  key: string[]
  ask: (signal: AbortSignal) => Promise<HomeNotice | null>
}
export type HomeNotice = Link & { text: string; link: string }

/** A component that another feature shows. The name is that of the resource it is about. */
export type FeaturePart = Ordered & { name: string; component: Lazy }

/** A part of a page that is put together from several features, such as /security. */
export type PageSection = FeaturePart & Restricted & { page: string }

/** What a domain brings to the web app. Only these values are loaded with the app: pages come when they are shown. */
export type Feature = {
  /** The optional module of the domain: while it is not loaded, there is nothing of the feature. */
  module?: string
  pages?: readonly FeaturePage[]
  navigation?: readonly (Entry & { group: GroupLabel })[]
  /** Pages of the person, in the account menu. */
  personal?: readonly Entry[]
  creates?: readonly Create[]
  actions?: readonly PaletteCommand[]
  records?: readonly Records[]
  figures?: readonly HomeFigure[]
  attention?: readonly AttentionItem[]
  sections?: readonly PageSection[]
  /** Beside the account menu, on every page behind sign-in. */
  topBar?: readonly FeaturePart[]
}

/** The default export of `web/feature.tsx` of a domain. */
export const defineFeature = (feature: Feature): Feature => feature

/** What of this the permissions open. */
export const permitted = <T extends { needs?: string }>(
  list: readonly T[],
  permissions: readonly string[],
): T[] => list.filter(({ needs }) => !needs || permissions.includes(needs))
