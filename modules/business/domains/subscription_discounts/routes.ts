import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import {
  listDiscounts,
  readDiscount,
  SubscriptionDiscount,
  SubscriptionDiscountFilters,
} from './discount.ts'
import { endDiscount, grantDiscount, NewSubscriptionDiscount } from './manual.ts'

export const subscriptionDiscounts = resource(
  '/admin/subscription_discounts',
  'Discounts of the subscriptions of every account',
  (r) => {
    r.list(
      '/',
      {
        can: 'admin.subscription_discounts.read',
        of: SubscriptionDiscount,
        query: SubscriptionDiscountFilters,
        sorts: ['-created_at'],
        summary: 'List the discounts of subscriptions, such as the redemptions of a coupon',
      },
      ({ ctx, page, query }) => listDiscounts(ctx, page, query),
    )
    r.post(
      '/',
      {
        can: 'admin.subscription_discounts.create',
        notImpersonating: true,
        body: NewSubscriptionDiscount,
        of: SubscriptionDiscount,
        summary: 'Give a subscription a discount from its next period on',
        says: 'Discount given',
        fails: ['invalid_transition', 'payment_required'],
      },
      ({ ctx, body }) => grantDiscount(ctx, body),
    )
    r.get(
      '/:id',
      {
        can: 'admin.subscription_discounts.read',
        of: SubscriptionDiscount,
        summary: 'Get a discount of a subscription',
      },
      ({ ctx, id }) => readDiscount(ctx, id),
    )
    r.delete(
      '/:id',
      {
        can: 'admin.subscription_discounts.delete',
        notImpersonating: true,
        of: Empty,
        summary: 'End a discount with the current period',
        says: 'Discount ended',
        fails: ['invalid_transition', 'payment_required'],
      },
      ({ ctx, id }) => endDiscount(ctx, id),
    )
  },
)
