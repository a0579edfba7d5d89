import { declare } from '@powernode/contract/declare.ts'

export const contract = declare({
  permissions: {
    'admin.subscription_discounts.read': { description: 'See the discounts of subscriptions' },
    'admin.subscription_discounts.create': { description: 'Give subscriptions a discount' },
    'admin.subscription_discounts.delete': { description: 'End the discounts of subscriptions' },
  },
  audit: {
    'subscription_discount.created': { risk: 'medium' },
    'subscription_discount.ended': { risk: 'medium' },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    subscription_discounts: typeof contract
  }
}
