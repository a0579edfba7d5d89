import type { Permission } from '@powernode/contract/names.ts'
import { createRoute, lazyRouteComponent as lazy } from '@tanstack/react-router'
import { isLoaded } from '../installation'
import { NotFound } from './Fallback'
import { inside, needs } from './frame'

/** A page of the business extension, which is nowhere while that is not loaded. */
const business = (permission: Permission) => (isLoaded('business') ? needs(permission) : NotFound)

const plans = createRoute({
  getParentRoute: () => inside,
  path: '/plans',
  component: business('admin.plans.update'),
})
const planList = createRoute({
  getParentRoute: () => plans,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/business/domains/plans/web/PlansPage'),
    'PlansPage',
  ),
})
const subscriptions = createRoute({
  getParentRoute: () => inside,
  path: '/subscriptions',
  component: business('admin.subscriptions.read'),
})
const subscriptionList = createRoute({
  getParentRoute: () => subscriptions,
  path: '/',
  component: lazy(
    () => import('@powernode/modules/business/domains/subscriptions/web/SubscriptionsPage'),
    'SubscriptionsPage',
  ),
})

/** Pages of the business extension. */
export const businessRoutes = [
  plans.addChildren([planList]),
  subscriptions.addChildren([subscriptionList]),
] as const
