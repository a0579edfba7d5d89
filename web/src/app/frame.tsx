import type { Permission } from '@powernode/contract/names.ts'
import {
  createRootRoute,
  createRoute,
  lazyRouteComponent as lazy,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { restoreSession } from '../session'
import { PermissionGate } from '../ui/PermissionGate'
import { Waiting } from './Waiting'

export const root = createRootRoute()

/** Everything behind sign-in. Its guard runs before any page inside is loaded. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: lazy(() => import('./Inside'), 'Inside'),
  pendingComponent: Waiting,
  beforeLoad: async ({ location }) => {
    if (await restoreSession()) return
    throw redirect({ to: '/sign-in', search: { next: location.href } })
  },
})

/** A page, and those under it, for holders of a permission; others are told whom to ask. */
export const needs = (permission: Permission) => () => (
  <PermissionGate needs={permission}>
    <Outlet />
  </PermissionGate>
)
