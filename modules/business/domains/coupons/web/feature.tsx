import { IconTag } from '@tabler/icons-react'
import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** Coupons that accounts can redeem. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/coupons',
      component: lazy(() => import('./CouponsPage'), 'CouponsPage'),
      needs: 'admin.coupons.read',
      docs: 'billing',
    },
    {
      path: '/coupons/$id',
      component: lazy(() => import('./CouponPage'), 'CouponPage'),
      needs: 'admin.coupons.read',
    },
  ],
  navigation: [
    {
      group: 'Business',
      order: 15,
      label: 'Coupons',
      keywords: ['discount', 'code', 'promotion'],
      to: '/coupons',
      icon: IconTag,
      key: 'Q',
      needs: 'admin.coupons.read',
    },
  ],
})
