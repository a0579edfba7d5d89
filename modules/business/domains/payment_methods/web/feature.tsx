import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { defineFeature } from '~/feature'

/** The payment methods of the account. */
export default defineFeature({
  module: 'business',
  pages: [
    {
      path: '/billing/payment-methods/new',
      component: lazy(() => import('./NewPaymentMethodPage'), 'NewPaymentMethodPage'),
      needs: 'payment_methods.create',
      docs: 'billing',
    },
  ],
  sections: [
    {
      page: '/billing',
      name: 'payment_methods',
      order: 5,
      component: lazy(() => import('./PaymentMethodsSection'), 'PaymentMethodsSection'),
      needs: 'payment_methods.read',
    },
  ],
})
