import { createRoute, lazyRouteComponent as lazy } from '@tanstack/react-router'
import { isLoaded } from '../installation'
import { NotFound } from './Fallback'
import { inside, needs } from './frame'

/** A page of the business extension, which is nowhere while that is not loaded. */
const business = (permission: string) => (isLoaded('business') ? needs(permission) : NotFound)

const plans = createRoute({
  getParentRoute: () => inside,
  path: '/plans',
  component: business('admin.plans.update'),
})
const planList = createRoute({
  getParentRoute: () => plans,
  path: '/',
  component: lazy(() => import('../features/plans/PlansPage'), 'PlansPage'),
})
const subscriptions = createRoute({
  getParentRoute: () => inside,
  path: '/subscriptions',
  component: business('admin.subscriptions.read'),
})
const subscriptionList = createRoute({
  getParentRoute: () => subscriptions,
  path: '/',
  component: lazy(() => import('../features/subscriptions/SubscriptionsPage'), 'SubscriptionsPage'),
})

/** Pages of the business extension. */
export const businessRoutes = [
  plans.addChildren([planList]),
  subscriptions.addChildren([subscriptionList]),
] as const
