import { declare } from '@powernode/contract/declare.ts'

export const contract = declare({
  permissions: {
    'admin.coupons.read': { description: 'See coupons' },
    'admin.coupons.create': { description: 'Create coupons' },
    'admin.coupons.update': { description: 'Change and archive coupons' },
    'admin.coupons.delete': { description: 'Delete coupons that nobody redeemed' },
  },
  errors: {
    coupon_in_use: { status: 422, says: 'Accounts redeemed this coupon: archive it instead' },
  },
  audit: {
    'coupon.created': { risk: 'medium', of: ['admin'] },
    'coupon.updated': { risk: 'medium', of: ['admin'] },
    'coupon.deleted': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    coupons: typeof contract
  }
}
