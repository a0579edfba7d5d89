import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { CouponChanges, createCoupon, deleteCoupon, NewCoupon, updateCoupon } from './changing.ts'
import { Coupon, CouponFilters, listCoupons, readCoupon } from './coupon.ts'

export const coupons = resource('/admin/coupons', 'Coupons that accounts can redeem', (r) => {
  r.list(
    '/',
    {
      can: 'admin.coupons.read',
      of: Coupon,
      query: CouponFilters,
      sorts: ['-created_at', 'code'],
      summary: 'List coupons',
    },
    ({ ctx, page, query }) => listCoupons(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'admin.coupons.create',
      notImpersonating: true,
      body: NewCoupon,
      of: Coupon,
      summary: 'Create a coupon',
      says: 'Coupon created',
    },
    ({ ctx, body }) => createCoupon(ctx, body),
  )
  r.get('/:id', { can: 'admin.coupons.read', of: Coupon, summary: 'Get a coupon' }, ({ ctx, id }) =>
    readCoupon(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'admin.coupons.update',
      notImpersonating: true,
      body: CouponChanges,
      of: Coupon,
      summary: 'Change who can redeem a coupon, or archive it',
      says: 'Coupon updated',
    },
    ({ ctx, id, body }) => updateCoupon(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'admin.coupons.delete',
      notImpersonating: true,
      of: Empty,
      summary: 'Delete a coupon that nobody redeemed',
      says: 'Coupon deleted',
      fails: ['coupon_in_use'],
    },
    ({ ctx, id }) => deleteCoupon(ctx, id),
  )
})
